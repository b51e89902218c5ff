import * as z from 'zod'
import { answerQuery, type Lines } from '../features/queries/answer-query.ts'
import { findRecords } from '../features/queries/find-records.ts'
import type { About } from '../records/kinds/query.ts'
import type { Problem } from '../records/problem.ts'
import type { Wanted } from '../records/queries/compile-query.ts'
import type { Session } from '../session/open.ts'
import { folderNamed } from '../workspace/open-named.ts'
import { readWanted, type Words } from '../workspace/query/read-wanted.ts'
import { readTeam } from '../workspace/records.ts'
import { asking } from './action.ts'
import { limit } from './limit.ts'

/** What may be asked of every list. */
export const listWords = {
  where: z.string().optional().describe('Only those this condition is true of: owner == me && no_activity > 30.'),
  sort: z.string().optional().describe('Fields to sort by, - before one for the largest first: -amount,name.'),
  limit: limit.optional().describe('How many at most.'),
  fields: z.string().optional().describe('What is shown of each: name,amount,customer.segment.'),
}

/** How a query of a name asks, and where its condition stands. */
type Preset = Partial<Wanted> & { said?: string | undefined; limit?: number | undefined }

/** The words of a list as they were typed, and the query of a name they go with. */
export type Typed = Words & { limit?: number | undefined; preset?: Preset }

type Found<R extends object, M> = Lines<R> & { problems?: Problem[]; more: M }

/** Answers a list: flags count before what the query of a name says; `find` reads what may be listed once that is known. */
export async function answerList<R extends object, M extends object>(
  about: About,
  { preset, ...words }: Typed,
  session: Session,
  find: (wanted: Wanted) => Promise<Found<R, M>> | Found<R, M>,
) {
  const place = session.place()
  const team = readTeam(place)
  const wanted = { orders: [], ...preset, ...readWanted(place, about, words, { team }) }
  const { lines, read, problems = [], more } = await find(wanted)
  const me = wanted.condition?.reads.includes('me') ? await session.needMe() : undefined
  const [today, zone] = [await session.today(), await session.zone()]
  const asker = { now: session.now(), zone, today, me, settings: session.settings(), people: session.people(), team }
  const said = words.where === undefined ? (wanted.said ?? '--where') : '--where'
  const most = words.limit ?? wanted.limit
  const answer = answerQuery(place, asker, { lines, ...(read && { read }) }, { ...wanted, limit: most, said })
  return { ...more, ...answer, today, zone, problems: withoutDoubles([...problems, ...answer.problems]) }
}

const withoutDoubles = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((one) => [`${one.path}:${one.line}:${one.column}:${one.message}`, one])).values(),
]

/** Answers a list of customers, contacts or deals. */
export async function answerRecords<K extends 'customer' | 'contact' | 'deal'>(
  kind: K,
  { customer: typed, archived, ...words }: Typed & { customer?: string | undefined; archived: boolean },
  session: Session,
) {
  const place = session.place()
  const customer = typed ? await folderNamed(place, typed) : undefined
  return answerList(kind, words, session, ({ condition }) => ({
    ...findRecords(place, kind, { customer, archived, condition, team: readTeam(place) }),
    more: {},
  }))
}

/** An action that lists all records of a kind, or one customer's. A file that cannot be used is a problem, and hides no other. */
export const listing = <const K extends 'customer' | 'contact' | 'deal'>(kind: K, summary: string) =>
  asking({
    name: `${kind} list`,
    summary,
    effect: 'read',
    input: z.object({
      customer: z.string().optional().describe('Only those of this customer.'),
      archived: z.boolean().default(false).describe('Only what was put away.'),
      ...listWords,
    }),
    run: (input, session) => answerRecords(kind, input, session),
  })
