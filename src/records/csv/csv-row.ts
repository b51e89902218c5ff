/** A row of a CSV file: `line` is the physical line, from 1, of its first letter; `short` how many cells it had when that were too few. */
export type CsvRow = { line: number; cells: string[]; short?: number }

/** A row that cannot be read, with its text as it stood. */
export type CsvBad = { line: number; reason: string; raw: string }

/** What may stand between cells, the likeliest first. */
export const separators = [',', ';', '\t', '|'] as const
export type Separator = (typeof separators)[number]
