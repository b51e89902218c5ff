import { withoutControls } from './without-controls.ts'

/** The names columns go by: trimmed, none empty, none twice; whatever had to be changed is told. */
export function nameHeadings(cells: string[]): { headings: string[]; told: string[] } {
  const trimmed = cells.map((cell) => withoutControls(cell).trim())
  const taken = new Set(trimmed)
  const seen = new Set<string>()
  const told: string[] = []
  const headings = trimmed.map((heading, at) => {
    if (heading !== '' && !seen.has(heading)) return keep(heading, seen)
    const name = freeName(heading, at, taken)
    taken.add(name)
    told.push(
      heading === ''
        ? `column ${at + 1} has no heading; it is read as "${name}"`
        : `the heading "${heading}" comes more than once; column ${at + 1} is read as "${name}"`,
    )
    return keep(name, seen)
  })
  return { headings, told }
}

const keep = (name: string, seen: Set<string>) => {
  seen.add(name)
  return name
}

const freeName = (heading: string, at: number, taken: Set<string>) => {
  const base = heading === '' ? `column ${at + 1}` : heading
  if (heading === '' && !taken.has(base)) return base
  let nth = 2
  while (taken.has(`${base} (${nth})`)) nth += 1
  return `${base} (${nth})`
}
