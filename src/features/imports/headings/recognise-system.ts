import { systems } from './systems.ts'

const SURE = 3
const ENOUGH = 3

/** Which system wrote a file, as the key of its ids under `external:`; `csv` when nothing tells. */
export function recogniseSystem(headings: string[], sample: string[][]): string {
  const written = new Set(headings.map((heading) => heading.trim().toLowerCase()))
  const isShouted =
    headings.some((heading) => /^(?:ACCOUNT|CONTACT|LEAD|POTENTIAL|DEAL)ID$/.test(heading)) &&
    headings.some((heading) => / [a-z]|[a-z]{2}/.test(heading))
  let best = { name: 'csv', score: ENOUGH - 1 }
  for (const [name, { sure, some, ids }] of Object.entries(systems)) {
    const count = (list: string) => list.split(' | ').filter((heading) => written.has(heading)).length
    const custom = name === 'salesforce' && headings.some((heading) => heading.endsWith('__c')) ? SURE : 0
    const shouted = name === 'zoho' && isShouted ? SURE : 0
    const score = SURE * count(sure) + count(some) + custom + shouted + (ids && holdsIds(sample, ids) ? SURE : 0)
    if (score > best.score) best = { name, score }
  }
  return best.name
}

const holdsIds = (sample: string[][], ids: RegExp) =>
  sample.slice(0, 20).some((cells) => cells.slice(0, 100).some((cell) => cell.length < 40 && ids.test(cell)))
