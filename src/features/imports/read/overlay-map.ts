import { Failure } from '../../../failure.ts'
import type { FileReading, ImportMap } from '../../../records/kinds/import-map.ts'
import { nearest } from '../../../records/nearest.ts'
import { plainHeading } from '../headings/plain-heading.ts'

/** A map as it is for one file: the keys for that file laid over the others. `lines` says where each column or value stands. */
export type Overlaid = FileReading & {
  leave_out?: string[]
  lines: (field: 'columns' | 'values' | 'currency', key?: string) => number
  path: string
}

type Given = { map?: ImportMap; path?: string; lineOf?: (field: string[]) => number }

/** Lays what a map says of files of this name over what it says of all. */
export function overlayMap({ map, path = '', lineOf = () => 1 }: Given, file: string): Overlaid {
  const name = file.replace(/^.*[/\\]/, '')
  const pattern = Object.keys(map?.files ?? {}).find((glob) => matches(glob, name) || matches(glob, file))
  const special = pattern === undefined ? {} : map!.files![pattern]!
  const { files: _, ...common } = map ?? {}
  const merge = <K extends 'columns' | 'values'>(key: K) => ({ ...common[key], ...special[key] })
  return {
    ...common,
    ...special,
    columns: merge('columns'),
    values: merge('values'),
    path,
    lines: (field, key) => {
      const own = special[field]
      const isSpecial = key === undefined ? own !== undefined : Object.hasOwn((own as Record<string, string>) ?? {}, key)
      return lineOf([...(isSpecial ? ['files', pattern!] : []), field, ...(key === undefined ? [] : [key])])
    },
  }
}

const matches = (glob: string, name: string) =>
  new RegExp(`^${glob.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`, 'i').test(name)

/** Finds the columns that a map names among the headings; throws a Failure (exit 2) for one that the file does not have. */
export function findColumns(map: Overlaid, headings: string[], file: string, elsewhere: readonly string[]): Map<number, string> {
  const found = new Map<number, string>()
  for (const [heading, to] of Object.entries(map.columns ?? {})) {
    const at = findHeading(headings, heading)
    if (at >= 0) found.set(at, to)
    else if (findHeading(elsewhere, heading) < 0) throw unknownColumn(map, heading, headings, file)
  }
  for (const heading of map.leave_out ?? []) {
    const at = findHeading(headings, heading)
    if (at >= 0) found.set(at, '')
  }
  return found
}

function findHeading(headings: readonly string[], wanted: string): number {
  const exact = headings.indexOf(wanted)
  if (exact >= 0) return exact
  const alike = headings.flatMap((heading, at) => (plainHeading(heading) === plainHeading(wanted) ? [at] : []))
  return alike.length === 1 ? alike[0]! : -1
}

function unknownColumn(map: Overlaid, heading: string, headings: string[], file: string): Failure {
  const line = map.lines('columns', heading)
  const near = nearest(heading, headings)
  const hint =
    near.length > 0
      ? `the nearest: ${near.map((one) => `"${one}"`).join(', ')}`
      : `its columns: ${headings.slice(0, 20).join(', ')}`
  return new Failure(`${map.path}:${line} names the column "${heading}", which ${file} does not have.`, {
    hint,
    exitCode: 2,
    path: map.path,
    line,
  })
}
