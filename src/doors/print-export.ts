import { sayCount } from '../formulas/say-figure.ts'

/** What an export wrote, when it went to a file; what it is goes to stdout byte for byte otherwise. */
export const sayExport = ({ exported, file }: { exported: number; file?: string }, what: string) =>
  file === undefined ? '' : `${sayCount(exported, what)} written to ${file}`

/** Prints an export as it is, line ends included: its texts were tamed when they were written. */
export function printExport(text: string): void {
  process.stdout.write(text)
}
