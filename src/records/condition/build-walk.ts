import type { ASTNode } from '@marcbachmann/cel-js'
import { judgeTruth } from './build-logic.ts'
import { enterValue, isMap, nameKind } from './enter.ts'
import { type Failed, isFailed, joinFailures, judgeOperands } from './failed.ts'
import { combine, refuse, type Site } from './site.ts'
import { type Frame, type Step, spend } from './step.ts'

/** The ways to walk through a list, and how many arguments each takes. */
export const walks: ReadonlyMap<string, { least: number; most: number }> = new Map([
  ['exists', { least: 2, most: 2 }],
  ['all', { least: 2, most: 2 }],
  ['exists_one', { least: 2, most: 2 }],
  ['filter', { least: 2, most: 2 }],
  ['map', { least: 2, most: 3 }],
])

const DEEPEST = 2

type Walk = (frame: Frame, items: readonly unknown[], stand: (frame: Frame, item: unknown) => void) => unknown

/** Makes a walk through a list (or a map's keys), at most two deep; each is paid for before it begins. */
export function buildWalk(site: Site, on: ASTNode, name: string, args: readonly ASTNode[], at: number): Step {
  const receiver = site.build(site, on)
  const [first, ...rest] = args
  if (first?.op !== 'id') return refuse(site, { at, message: `${name}() begins with a name for the element.` })
  if (site.walks >= DEEPEST)
    return refuse(site, {
      at,
      message: 'A walk through a list within a walk within a walk is too much.',
      expected: `at most ${DEEPEST} in each other`,
    })

  const outer = site.walks === 0
  const inner: Site = {
    ...site,
    walks: site.walks + 1,
    bound: new Map(site.bound).set(first.args, nameElement(receiver, first.args, outer)),
  }
  const bodies = rest.map((body) => site.build(inner, body))
  const walk = chooseWalk(name, bodies)
  const work = bodies.reduce((sum, body) => sum + body.work, 2)
  const stand = outer
    ? (frame: Frame, item: unknown) => void (frame.outer = item)
    : (frame: Frame, item: unknown) => void (frame.inner = item)

  const step = combine([receiver, ...bodies], () => (frame) => {
    const source = receiver.run(frame)
    const items = Array.isArray(source) ? source : isMap(source) && !isFailed(source) ? Object.keys(source) : undefined
    if (!items) return judgeOperands([{ value: source, names: receiver.names }], () => `${nameKind(source)} has no elements`)
    spend(frame, items.length * work)
    return walk(frame, items, (here, item) => stand(here, enterValue(item)))
  })
  const { shape, path } = receiver
  return name === 'filter' && shape && path ? { ...step, shape, path } : step
}

function nameElement({ shape, path }: Step, name: string, outer: boolean): Step {
  const title = path ?? name
  const record = typeof shape === 'object' && 'list' in shape ? { shape: { record: shape.list } } : {}
  return {
    run: outer ? (frame) => frame.outer : (frame) => frame.inner,
    names: [title],
    work: 1,
    path: title,
    ...record,
  }
}

function chooseWalk(name: string, [first, second]: readonly Step[]): Walk {
  const body = first!
  if (name === 'exists') return (frame, items, stand) => ask(frame, items, stand, body, true)
  if (name === 'all') return (frame, items, stand) => ask(frame, items, stand, body, false)
  if (name === 'map') return (frame, items, stand) => collect(frame, items, stand, second ? body : undefined, second ?? body)
  if (name === 'filter') return (frame, items, stand) => collect(frame, items, stand, body, undefined)
  return (frame, items, stand) => {
    const found = collect(frame, items, stand, body, undefined)
    return isFailed(found) ? found : found.length === 1
  }
}

function ask(frame: Frame, items: readonly unknown[], stand: Parameters<Walk>[2], body: Step, decider: boolean): unknown {
  let failure: Failed | undefined
  for (const item of items) {
    stand(frame, item)
    const answer = body.run(frame)
    if (answer === decider) return decider
    if (answer === !decider) continue
    const found = judgeTruth(answer, body)
    failure = failure ? joinFailures(failure, found) : found
  }
  return failure ?? !decider
}

function collect(
  frame: Frame,
  items: readonly unknown[],
  stand: Parameters<Walk>[2],
  test: Step | undefined,
  make: Step | undefined,
) {
  const found: unknown[] = []
  for (const item of items) {
    stand(frame, item)
    const keep = test ? test.run(frame) : true
    if (keep === false) continue
    if (keep !== true) return judgeTruth(keep, test!)
    const value = make ? make.run(frame) : enterValue(item)
    if (isFailed(value)) return value
    found.push(value)
  }
  return found
}
