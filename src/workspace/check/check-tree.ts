import { setImmediate as breathe } from 'node:timers/promises'
import { kindOf } from '../../records/kinds.ts'
import type { Problem } from '../../records/problem.ts'
import type { Place } from '../place.ts'
import { inOrder } from '../tree.ts'
import { becauseGone } from './because-gone.ts'
import { whole } from './found.ts'
import { groupFiles } from './groups.ts'
import { isJudged, judgeGroup } from './judge-group.ts'
import type { Known } from './known.ts'
import { type Asked as AskedOf, isSetUp, lookAround } from './look-around.ts'
import { isPlain } from './plain.ts'
import { schemaFiles } from './team/schemas.ts'
import { weigh } from './team/severities.ts'

/** What a check needs to know from outside the tree, and how far it goes. */
export type Asked = AskedOf & {
  /** Only these files, or files under these folders; absent, the whole tree. */
  only?: readonly string[] | undefined
  /** Of those only what changed, and what went wrong in others because a file they name is gone. */
  changed?: readonly string[] | undefined
  /** Called now and then with the files read so far and all there are; others get their turn between. */
  progress?: ((done: number, total: number) => void) | undefined
}

/** What was looked at, and all that is wrong with it: by path, line and column. */
export type Checked = { files: number; problems: Problem[] }

/** Reads every record and every other file that means something, once, and judges it. Writes nothing. */
export async function checkTree(place: Place, { only, changed, progress, ...asked }: Asked): Promise<Checked> {
  const { files, problems, known } = lookAround(place, asked)
  const isNamed = wants(only)
  const isAsked = (path: string) => isNamed(path) && (!changed || differs.has(path))
  const differs = new Set(changed)
  const gone = [...differs].filter((path) => !known.has(path) && !known.source.holds(path))
  const isRead = gone.length > 0 ? isNamed : isAsked
  const wanted = groupFiles(files.filter(isJudged)).filter((group) => group.some((path) => isRead(path) || isSetUp(path)))
  const total = wanted.flat().length
  const found = [problems]
  let done = 0
  for (const group of wanted) {
    found.push(await judgeGroup(group, known))
    done += group.length
    progress?.(done, total)
    await breathe()
  }
  if (!only && !changed) found.push(sayLacking(known.lacking))
  const said = found.flat().filter(({ path }) => isAsked(path))
  const others = gone.length > 0 ? found.flat().filter(({ path }) => isNamed(path) && !isAsked(path)) : []
  said.push(...(await becauseGone(others, gone, { place, asked })))
  const told = new Set(said.map(({ path }) => path))
  const looked = [...wanted.flat().filter((path) => kindOf(path) || isPlain(path)), ...schemaFiles(files)]
  const count = looked.filter((path) => isAsked(path) || told.has(path)).length
  return { files: count, problems: weigh(said, known.checks).sort(byPlace) }
}

/** What many records name and nobody has set up is said once. */
const sayLacking = (lacking: Known['lacking']): Problem[] =>
  [...lacking].map(([what, count]) => {
    if (what === 'person') {
      const message = `There are no people yet, though ${count === 1 ? '1 record names' : `${count} records name`} an owner or somebody else.`
      const expected = 'a file such as workspace-setup/people/ada.yaml with name and emails'
      return whole('workspace-setup/people', 'people-missing', message, expected)
    }
    const message = `There is no workflow about ${what}s, though ${count === 1 ? `1 ${what} has` : `${count} ${what}s have`} a stage.`
    return whole('customers/workflows', 'workflow-missing', message, `a file in customers/workflows with about: ${what}`)
  })

const wants = (only: readonly string[] | undefined) => (path: string) =>
  only === undefined || only.some((asked) => asked === '' || path === asked || path.startsWith(`${asked}/`))

/** The order in which problems are told. */
export const byPlace = (a: Problem, b: Problem) =>
  inOrder(a.path, b.path) || a.line - b.line || a.column - b.column || inOrder(a.message, b.message)
