import { existsSync, readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { type Document, parseAllDocuments } from 'yaml'
import { readFrontMatter } from '../../src/records/text/front-matter.ts'
import { readQuickly } from '../../src/records/text/quick-yaml.ts'

type Case = { id: string; name: string; yaml: string; json: string | null; fail: boolean; skip: boolean }

const suite = new URL('../../../shared/samples/conformance/yaml/cases.json', import.meta.url)
const here = existsSync(suite)
if (!here) console.log('The YAML conformance tests are not beside this checkout (../shared/samples/conformance/yaml): skipped.')

/** What a text says, a rejection, or nothing where the suite expects none. */
type Outcome = { says: unknown } | 'rejected'

function fits({ fail, json }: Case, outcome: Outcome): boolean {
  if (fail || outcome === 'rejected') return fail === (outcome === 'rejected')
  if (json === null) return true
  return isDeepStrictEqual(outcome.says ?? null, json.trim() === '' ? null : JSON.parse(json))
}

const plain = (document: Document): unknown => {
  const said: unknown = document.toJS()
  return said === undefined ? undefined : (JSON.parse(JSON.stringify(said)) as unknown)
}

function byLibrary({ yaml }: Case): Outcome {
  const documents = [...parseAllDocuments(yaml)] as Document[]
  return documents.some(({ errors }) => errors.length > 0) ? 'rejected' : { says: documents[0] && plain(documents[0]) }
}

/** A record is keys and values, so anything else is refused; that is the program's wish, and no mistake in reading YAML. */
function byUs({ yaml }: Case): Outcome {
  const { problems, document, data } = readFrontMatter('a.yaml', yaml)
  const errors = problems.filter(({ severity }) => severity === 'error')
  const isOther = errors.some(({ message }) => message === 'The front matter is not a list of keys and values.')
  if (errors.length > (isOther ? 1 : 0)) return 'rejected'
  return { says: isOther || document.contents === null ? plain(document) : JSON.parse(JSON.stringify(data)) }
}

test.skipIf(!here)('YAML: we read at least what the library reads', () => {
  const { cases } = JSON.parse(readFileSync(suite, 'utf8')) as { cases: Case[] }
  const asked = cases.filter(({ skip }) => !skip)
  const theirs = asked.filter((one) => fits(one, byLibrary(one)))
  const ours = asked.filter((one) => fits(one, byUs(one)))
  const missed = asked.filter((one) => !ours.includes(one)).map(({ id, name }) => `${id} ${name}`)
  console.log(
    `YAML conformance: ${ours.length} of ${asked.length}, the library ${theirs.length}; missed: ${missed.join(', ') || 'none'}`,
  )
  expect(ours.length).toBeGreaterThanOrEqual(theirs.length)
  expect(asked.length).toBeGreaterThan(0)
})

test.skipIf(!here)('YAML: what is read quickly is read right', () => {
  const { cases } = JSON.parse(readFileSync(suite, 'utf8')) as { cases: Case[] }
  const quick = cases.flatMap((one) => {
    const says = readQuickly(one.yaml)
    return says ? [{ one, says }] : []
  })
  console.log(`YAML conformance: ${quick.length} of ${cases.length} are plain enough for the quick reader`)
  expect(quick.filter(({ one, says }) => !fits(one, { says })).map(({ one }) => one.id)).toEqual([])
})
