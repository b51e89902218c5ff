import * as z from 'zod'
import { Failure } from '../failure.ts'
import { dayInName, findTexts } from '../features/search/find-texts.ts'
import { needDayBack } from '../records/days/day-back.ts'
import { nearest } from '../records/nearest.ts'
import { readQuery, sayMatch, type Term } from '../records/search/read-query.ts'
import { indexPast } from '../workspace/index/index-past.ts'
import { openIndex } from '../workspace/index/open-index.ts'
import { searchWords, wordsLike } from '../workspace/index/search-words.ts'
import { updateIndex } from '../workspace/index/update-index.ts'
import { folderNamed } from '../workspace/open-named.ts'
import { readTeam } from '../workspace/records.ts'
import { asking } from './action.ts'
import { limit } from './limit.ts'

const places = {
  customers: ['customer'],
  contacts: ['contact'],
  deals: ['deal'],
  activities: ['activity'],
  documents: ['document', 'text'],
  people: ['person'],
  prospects: ['prospect'],
} as const

const input = z.object({
  words: z.array(z.string()).describe('Words that must all be there; "a phrase"; the beginning of a word, as budg*.'),
  not: z.array(z.string()).default([]).describe('What must not be there.'),
  in: z
    .enum(Object.keys(places) as (keyof typeof places)[])
    .optional()
    .describe('Only in files of this kind.'),
  customer: z.string().optional().describe('Only what belongs to this customer.'),
  since: z.string().optional().describe('Only what has a day, not before this one: 2026-09-01 or "last monday".'),
  until: z.string().optional().describe('Only what has a day, not after this one.'),
  limit: limit.max(1_000, 'at most 1000').default(20).describe('So many files at most.'),
  lines: limit.max(20, 'at most 20').default(2).describe('So many lines of a file at most.'),
})

/** The search, with an ear for how far the index has come. */
export const finding = (progress?: (done: number, total: number) => void) =>
  asking({
    name: 'find',
    summary: 'Find words and phrases in every file, the best first, with the lines they stand in.',
    effect: 'read',
    input,
    async run({ words, not, in: kind, customer, since, until, limit: most, lines }, session) {
      const place = session.place()
      const here = { now: session.now(), zone: session.settings().timezone }
      const [from, to] = [since, until].map((day) => day && needDayBack(day, here))
      const terms = readQuery(words, not)
      const folder = customer && `customers/${await folderNamed(place, customer)}`
      const index = openIndex(place)
      const team = readTeam(place)
      const ready =
        index && (place.past ? indexPast(place, place.past, index, team) : await updateIndex(place, index, { team, progress }))
      if (!index || !ready) throw unsearchable()
      const hits = searchWords(index, sayMatch(terms), { isPast: place.past !== undefined, kinds: kind && places[kind], folder })
      const timely = hits.filter(({ path }) => isWithin(dayInName(path), from, to))
      const found = findTexts(place, timely, { terms, limit: most, lines })
      return { found, total: timely.length, ...(hits.length === 0 && suggest(terms, (word) => wordsLike(index, word))) }
    },
  })

export default finding()

const isWithin = (date: string | undefined, since = '', until = '9999') =>
  (since === '' && until === '9999') || (date !== undefined && date >= since && date <= until)

/** What a person may have meant, when nothing was found. */
function suggest(terms: readonly Term[], like: (word: string) => string[]): { instead?: string[] } {
  const instead = terms.flatMap(({ words, not }) =>
    not ? [] : words.flatMap((word) => nearest(word, like(word), 1).filter((near) => near !== word)),
  )
  return instead.length > 0 ? { instead } : {}
}

const unsearchable = () =>
  new Failure('The index cannot be kept in .dossier/, so nothing can be searched for.', {
    hint: 'make room on the disk, give yourself permission for that folder, or wait for another dossier to end',
    exitCode: 2,
  })
