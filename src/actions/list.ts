import * as z from 'zod'
import { Failure } from '../failure.ts'
import { listQueries, needQuery } from '../features/queries/read-queries.ts'
import type { NamedQuery } from '../records/queries/compile-query.ts'
import type { Session } from '../session/open.ts'
import { readTeam } from '../workspace/records.ts'
import { asking } from './action.ts'
import { answerActivities } from './answer-activities.ts'
import { answerTasks } from './answer-tasks.ts'
import { answerRecords, listWords, type Typed } from './listing.ts'

export default asking({
  name: 'list',
  summary: 'Run a query by its name, or show which there are.',
  effect: 'read',
  input: z.object({
    query: z.string().optional().describe('Name of a query: a file of workspace-setup/queries.'),
    values: z.array(z.string()).default([]).describe('name=value for the parameters of the query.'),
    ...listWords,
    archived: z.boolean().optional().describe('Only what was put away.'),
  }),
  async run({ query: name, values, ...words }, session) {
    const here = session.here()
    const asked = { team: readTeam(here), me: await session.me() }
    if (name === undefined && Object.values(words).some((word) => word !== undefined)) throw nothingToAsk()
    if (name === undefined) return { ...listQueries(here, asked), query: undefined }
    const query = needQuery(here, name, values, asked)
    const { about, value, path } = query
    const answer = await answerNamed(query, words, session)
    const problems = [...query.problems, ...answer.problems]
    return { query: { name: query.name, about, title: value.title ?? null, path }, ...answer, problems }
  },
})

const nothingToAsk = () =>
  new Failure('Say which query these flags are for.', {
    hint: "dossier list my-open-deals --limit 5; without a query: dossier deal list --where '…'",
    exitCode: 2,
  })

function answerNamed(query: NamedQuery, words: Typed & { archived?: boolean | undefined }, session: Session) {
  const { about, value, path } = query
  const preset = { ...query, said: path, limit: value.limit }
  if (about === 'activity') return answerActivities({ ...words, preset }, session)
  if (about === 'task') return answerTasks({ ...words, preset }, session)
  return answerRecords(about, { ...words, archived: words.archived ?? value.archived ?? false, preset }, session)
}
