import { type KindName, kindOf, slugInPath } from '../../records/kinds.ts'
import type { Problem } from '../../records/problem.ts'
import type { ReadRecord } from '../../records/schema/read-record.ts'
import { readSoundly } from '../../records/schema/read-sound.ts'
import type { Kept } from '../records.ts'
import { blobId } from '../sheet.ts'
import { customerIn } from '../tree.ts'
import { judgeLinks } from './body/judge-links.ts'
import { isAttachedText, judgeSecrets } from './body/secrets.ts'
import { whole } from './found.ts'
import { judgeRecord } from './judge-record.ts'
import type { Known } from './known.ts'
import { isPlain, judgePlain } from './plain.ts'
import { judgeReport } from './reports.ts'
import { judgeStub } from './stubs.ts'
import { readAssertions } from './team/assertions.ts'
import { judgeFields } from './team/fields.ts'
import { judgeQuery } from './team/queries.ts'
import { judgeEpisode, judgeRules } from './team/rules.ts'
import { judgeChecks } from './team/severities.ts'
import { judgeTier } from './team/tiers.ts'
import { judgeTerritories, readWorkflow } from './team/workflows.ts'

/** Whether a file is looked into: records, Markdown and YAML, and what may hold a secret. */
export const isJudged = (path: string) => kindOf(path) !== undefined || isPlain(path) || isAttachedText(path)

/** Judges files that belong together, such as those of one customer. `others` are the records beside them, where these are not all. */
export async function judgeGroup(paths: readonly string[], known: Known, others?: () => readonly Kept[]): Promise<Problem[]> {
  const problems: Problem[] = []
  const records: Kept[] = []
  for (const path of paths) {
    const { kept, problems: wrong } = judgeText(path, known)
    problems.push(...wrong)
    if (kept) records.push(kept)
  }
  for (const record of records) problems.push(...(await learn(record, known)))
  const beside = () => (others ? [...others().filter(({ path }) => !paths.includes(path)), ...records] : records)
  for (const record of records) problems.push(...known.twins.judge(record), ...judgeRecord(record, beside, known))
  return problems
}

/** Reads one file: what is wrong in its text, and the record it is. */
function judgeText(path: string, known: Known): { kept?: Kept | undefined; problems: Problem[] } {
  const kind = kindOf(path)
  if (kind === 'workflow') known.workflows.set(slugInPath(path), undefined)
  const { text, problem } = known.source.read(path)
  if (problem) return { problems: kind || isPlain(path) ? [problem] : [] }
  const secrets = judgeSecrets(path, text)
  if (!kind && !isPlain(path)) return { problems: secrets }
  if (!kind) return { problems: [...secrets, ...judgePlain(path, text), ...judgeLinks(path, text, 0, known)] }
  const read = readSafely(kind, path, text, known)
  if ('path' in read && 'message' in read) return { problems: [...secrets, read] }
  const own = kind === 'checks' ? read.problems.filter(({ code }) => code !== 'unknown-key-typo') : read.problems
  const links = judgeLinks(path, text, text.length - read.body.length, known)
  const kept = keptOf(read, text)
  if (kept) known.twins.claim(kept)
  return { kept, problems: [...secrets, ...own, ...links, ...judgeStub(read, known)] }
}

/** Brackets within brackets within brackets end the parser's patience; that is no reason to end the check. */
function readSafely(kind: KindName, path: string, text: string, { team }: Known): ReadRecord | Problem {
  try {
    return readSoundly(kind, path, text, team)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return whole(path, 'yaml', 'Brackets or lists stand too deep in each other to be read.', 'values that are less deep')
  }
}

/** The record as everything else in the program has it. */
export function keptOf(read: ReadRecord, text: string): Kept | undefined {
  if (!read.value) return undefined
  const { kind, path, slug, value, body } = read
  const customer = customerIn(path)
  return Object.defineProperty({ kind, path, slug, ...(customer && { customer }), value, body, text, read }, 'sha', {
    get: () => blobId(text),
    enumerable: false,
  }) as Kept
}

/** What the set-up says is what records are held against; what is wrong in it is told once. */
async function learn(record: Kept, known: Known): Promise<Problem[]> {
  switch (record.kind) {
    case 'workflow': {
      const { workflow, problems } = readWorkflow(record as Kept<'workflow'>, known.names, known.team)
      known.workflows.set(record.slug, workflow)
      return problems
    }
    case 'workspace':
      known.ownDomains = (record as Kept<'workspace'>).value.own_domains
      return []
    case 'assertions': {
      const { assertions, problems } = readAssertions(record as Kept<'assertions'>, known)
      known.assertions = assertions
      return problems
    }
    case 'checks':
      known.checks = (record as Kept<'checks'>).value
      return judgeChecks(
        record as Kept<'checks'>,
        known.assertions.map(({ code }) => code),
      )
    case 'fields':
      return judgeFields(record as Kept<'fields'>, known)
    case 'query':
      return judgeQuery(record as Kept<'query'>, known)
    case 'trigger':
      return judgeRules(known.place, record as Kept<'trigger'>, known)
    case 'episode':
      return judgeEpisode(record as Kept<'episode'>, known)
    case 'territories':
      return judgeTerritories(record as Kept<'territories'>, known.names)
    case 'report':
      return judgeReport(record as Kept<'report'>)
    case 'tier':
      return judgeTier(record as Kept<'tier'>)
    default:
      return []
  }
}
