import { Failure } from '../../failure.ts'
import type { TeamFields } from '../../records/kinds/fields.ts'
import type { About } from '../../records/kinds/query.ts'
import { nearest } from '../../records/nearest.ts'
import type { Problem } from '../../records/problem.ts'
import type { NamedQuery } from '../../records/queries/compile-query.ts'
import type { Params } from '../../records/queries/fill-params.ts'
import { readRecord } from '../../records/schema/read-record.ts'
import type { Place } from '../../workspace/place.ts'
import { queryPaths } from '../../workspace/query/query-names.ts'
import { compileQueryFile } from '../../workspace/query/see-fields.ts'
import { readSheet } from '../../workspace/sheet.ts'
import { inOrder } from '../../workspace/tree.ts'
import { readParams } from './read-params.ts'

type Asked = { team: TeamFields | undefined; me?: string | undefined }

/** A query as the list of queries tells it; `about` is null where the file cannot be used. */
export type Told = {
  name: string
  about: About | null
  title: string | null
  where: string | null
  params: Params
  path: string
  broken?: true
}

/** The query of a name with its parameters (`days=60`). Throws a Failure when there is none, or with the place of what is wrong in it. */
export function needQuery(
  place: Place,
  name: string,
  words: readonly string[],
  asked: Asked,
): NamedQuery & { problems: Problem[] } {
  const paths = queryPaths(place, asked.me)
  const path = paths.get(name.replace(/\.yaml$/, ''))
  if (path === undefined) throw nothingNamed(name, [...paths.keys()].sort())
  const plain = readQuery(place, path, asked)
  const given = plain.query && words.length > 0 ? readParams(name, words, plain.query.value.params ?? {}) : undefined
  const { query, problems } = given ? readQuery(place, path, asked, given) : plain
  if (query) return { ...query, problems }
  const { line, column, message, expected } = problems.find(({ severity }) => severity === 'error')!
  throw new Failure(`${path}:${line}:${column}: ${message}`, {
    hint: expected ? `expected ${expected}` : `dossier check ${path}`,
    exitCode: 2,
    path,
    line,
  })
}

/** All queries a person may run; one that cannot be used is a problem and hides no other. */
export function listQueries(place: Place, asked: Asked): { queries: Told[]; problems: Problem[] } {
  const problems: Problem[] = []
  const queries = [...queryPaths(place, asked.me)].map(([name, path]): Told => {
    const { query, problems: wrong } = readQuery(place, path, asked)
    problems.push(...wrong)
    if (!query) return { name, about: null, title: null, where: null, params: {}, path, broken: true }
    const { about, title = null, where = null, params = {} } = query.value
    return { name, about, title, where, params, path }
  })
  return { queries: queries.sort((a, b) => inOrder(a.name, b.name)), problems }
}

function readQuery(place: Place, path: string, { team }: Asked, given?: Params): { query?: NamedQuery; problems: Problem[] } {
  const read = readSheet(place, path)
  return 'problem' in read
    ? { problems: [read.problem] }
    : compileQueryFile(place, readRecord('query', path, read.sheet.text), team, given)
}

function nothingNamed(name: string, names: readonly string[]): Failure {
  const like = nearest(name, names)
  const hint =
    like.length > 0
      ? `did you mean ${like.join(', ')}?`
      : names.length > 0
        ? `the queries are ${names.join(', ')}`
        : 'queries lie in workspace-setup/queries/*.yaml'
  return new Failure(`There is no query "${name}".`, { hint, exitCode: 3 })
}
