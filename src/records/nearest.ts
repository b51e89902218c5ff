import { distance } from 'fastest-levenshtein'

/** The names most like the one that was typed, best first: by letters that differ, names that begin with it before all others. */
export function nearest(typed: string, names: Iterable<string>, most = 3): string[] {
  const wanted = typed.toLowerCase()
  const ranked = [...new Set(names)].map((name) => ({ name, far: farness(wanted, name.toLowerCase()) }))
  return ranked
    .filter(({ far }) => far <= Math.max(3, wanted.length * 0.7))
    .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name)
}

function farness(wanted: string, name: string): number {
  if (name.startsWith(wanted)) return 0.5
  const parts = name.split(/[/\s]/)
  return Math.min(
    distance(wanted, name),
    ...parts.map((part) => distance(wanted, part) + 0.25),
    name.includes(wanted) ? 1 : Infinity,
  )
}
