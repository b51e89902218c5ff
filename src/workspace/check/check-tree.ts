import { setImmediate as breathe } from 'node:timers/promises'
import type { TeamFields } from '../../records/kinds/fields.ts'
import { kindOf, slugInPath } from '../../records/kinds.ts'
import type { Problem } from '../../records/problem.ts'
import type { People } from '../people.ts'
import type { Place } from '../place.ts'
import { type Kept, readAll } from '../records.ts'
import { namesFor } from '../scope.ts'
import { customerIn, inOrder } from '../tree.ts'
import { whole } from './found.ts'
import { judgeRecord } from './judge-record.ts'
import { type Known, readNames } from './known.ts'
import { judgeNames } from './names.ts'
import { checkPlain, isPlain } from './plain.ts'
import { checkReports } from './reports.ts'
import { judgeEpisode, judgeRules } from './rules.ts'
import { judgeSchemas, schemaFiles } from './schemas.ts'
import { judgeStub } from './stubs.ts'
import { checkTiers } from './tiers.ts'
import { findTwins } from './twins.ts'
import { walk } from './walk.ts'
import { judgeTerritories, readWorkflow } from './workflows.ts'

/** What a check needs to know from outside the tree, and how far it goes. */
export type Asked = {
  people: People
  team: TeamFields | undefined
  /** Absent when no day can be told; requirements of stages are then not judged. */
  today: string | undefined
  zone: string
  /** Only these files, or files under these folders; absent, the whole tree. */
  only?: readonly string[] | undefined
  /** Called now and then with the files read so far and all there are; others get their turn between. */
  progress?: ((done: number, total: number) => void) | undefined
}

/** What was looked at, and all that is wrong with it: by path, line and column. */
export type Checked = { files: number; problems: Problem[] }

/** Reads every record and every other file that means something, once, and judges it. Writes nothing. */
export async function checkTree(place: Place, asked: Asked): Promise<Checked> {
  const { files, folders, problems } = walk(place, [
    'customers',
    'workspace-setup',
    'personal',
    'reporting/templates',
    'reporting/pulse',
  ])
  const isAsked = wants(asked.only)
  const groups = groupFiles(files.filter((path) => kindOf(path) || isPlain(path)))
  const wanted = groups.filter((group) => group.some((path) => isAsked(path) || isSetUp(path)))
  const read = wanted.flat()
  const known: Known = {
    ...readNames(files),
    ...asked,
    names: namesFor(asked.team),
    workflows: new Map(),
    rules: new Map(),
    lacking: new Map(),
    looks: { left: 200 },
  }
  const twins = findTwins()
  const found = [problems, judgeNames(files, folders), judgeSchemas(place, files, asked.team)]
  let done = 0
  for (const group of wanted) {
    found.push(checkGroup(place, group, known, twins))
    done += group.length
    asked.progress?.(done, read.length)
    await breathe()
  }
  found.push(await checkReports(place, read.filter(isAsked)), await checkTiers(place, read.filter(isAsked)))
  if (!asked.only) found.push(sayLacking(known.lacking))
  const looked = [...read, ...schemaFiles(files)].filter(isAsked)
  const said = found.flat().filter(({ path }) => isAsked(path))
  return { files: looked.length, problems: said.sort(byPlace) }
}

/** Files that are judged together: the set-up first, because everything is held against it, then customer by customer. */
function groupFiles(files: readonly string[]): string[][] {
  const groups = new Map<string, string[]>([['', []]])
  for (const path of files) {
    const customer = isSetUp(path) ? '' : (customerIn(path) ?? 'personal')
    const key = customer === 'prospects' ? path.slice(0, 'customers/prospects/ab'.length) : customer
    const group = groups.get(key)
    if (group) group.push(path)
    else groups.set(key, [path])
  }
  return [...groups.values()]
}

const isSetUp = (path: string) => path.startsWith('workspace-setup/') || path.startsWith('customers/workflows/')

function checkGroup(place: Place, paths: readonly string[], known: Known, twins: (record: Kept) => Problem[]): Problem[] {
  const records: Kept[] = []
  const problems: Problem[] = []
  for (const path of paths) {
    const kind = kindOf(path)
    if (kind === 'workflow') known.workflows.set(slugInPath(path), undefined)
    if (!kind) {
      problems.push(...checkPlain(place, path))
      continue
    }
    const listing = readAll(place, kind, [path], known.team)
    if (listing.records.length + listing.problems.length === 0) problems.push(...judgeStub(place, kind, path, known))
    records.push(...listing.records)
    problems.push(...listing.problems)
  }
  for (const record of records) {
    if (record.kind === 'workflow') {
      const { workflow, problems: wrong } = readWorkflow(record as Kept<'workflow'>, known.names, known.team)
      known.workflows.set(record.slug, workflow)
      problems.push(...wrong)
    }
    if (record.kind === 'trigger') problems.push(...judgeRules(place, record as Kept<'trigger'>, known))
    if (record.kind === 'episode') problems.push(...judgeEpisode(record as Kept<'episode'>, known))
    if (record.kind === 'territories') problems.push(...judgeTerritories(record as Kept<'territories'>, known.names))
    problems.push(...twins(record))
  }
  return [...problems, ...records.flatMap((record) => judgeRecord(record, records, known))]
}

/** What many records name and nobody has set up is said once. */
const sayLacking = (lacking: Known['lacking']): Problem[] =>
  [...lacking].map(([what, count]) => {
    if (what === 'person') {
      const message = `There are no people yet, though ${count === 1 ? '1 record names' : `${count} records name`} an owner or somebody else.`
      return whole(
        'workspace-setup/people',
        'warning',
        message,
        'a file such as workspace-setup/people/ada.yaml with name and emails',
      )
    }
    const message = `There is no workflow about ${what}s, though ${count === 1 ? `1 ${what} has` : `${count} ${what}s have`} a stage.`
    return whole('customers/workflows', 'warning', message, `a file in customers/workflows with about: ${what}`)
  })

const wants = (only: readonly string[] | undefined) => (path: string) =>
  only === undefined || only.some((asked) => asked === '' || path === asked || path.startsWith(`${asked}/`))

const byPlace = (a: Problem, b: Problem) =>
  inOrder(a.path, b.path) || a.line - b.line || a.column - b.column || inOrder(a.message, b.message)
