import type { Spot } from './fact.ts'
import { bare } from './find-line.ts'

/** A line of a pack, what it cites, and what is cited by marks beside it ("(superseded … by [7])"). */
type PackLine = { text: string; cites: string[]; marks: string[] }
/** A pack as a reader sees it; `lost` are numbers that no source explains. */
export type ReadPack = { lines: PackLine[]; lost: string[] }

export const keyOf = ({ path, line }: Spot) => `${path}:${line}`

const source = /^(\d+) (\S.*:\d+)$/
/** What is said beside a line, in brackets, with a citation of its own. */
export const mark = /\([^()]*\[\d+\][^()]*\)/g
const number = /\[(\d+)\]/g

/** Reads a context as it is printed: its lines, and the list of sources at the end. */
export function readPack(text: string): ReadPack {
  const written = text.split('\n')
  const end = written.lastIndexOf('## Sources')
  const sources = new Map<string, string>()
  for (const line of written.slice(end < 0 ? written.length : end)) {
    const [, n, place] = source.exec(line) ?? []
    if (n && place) sources.set(n, place)
  }
  const lost: string[] = []
  const placesIn = (part: string) =>
    [...part.matchAll(number)].flatMap(([, n]) => {
      const place = sources.get(n!)
      if (place === undefined) lost.push(`[${n}] in: ${part}`)
      return place ?? []
    })
  const lines = written.slice(0, end < 0 ? undefined : end).map((line) => {
    const said = bare(line)
    const marks = [...said.matchAll(mark)].flatMap(([part]) => placesIn(part))
    return { text: said, cites: placesIn(said.replaceAll(mark, ' ')), marks }
  })
  return { lines, lost }
}
