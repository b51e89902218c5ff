import type { ASTNode } from '@marcbachmann/cel-js'
import { buildWalk, walks } from './build-walk.ts'
import { nameKind } from './enter.ts'
import { isFailed, judgeOperands } from './failed.ts'
import { functions, methods, type Word } from './functions.ts'
import { suggestNames } from './names.ts'
import { findName } from './parse.ts'
import { combine, refuse, type Site } from './site.ts'
import type { Step } from './step.ts'

/** Makes a function said before its argument: `days_since(close_date)`. */
export function buildCall(site: Site, node: ASTNode, name: string, args: readonly ASTNode[]): Step {
  if (name === 'has') return buildHas(site, node, args)
  const known = functions.get(name)
  if (!known) return refuseName(site, name, node.start, [...functions.keys(), 'has'])
  if (!takes(known, args.length)) return refuseCount(site, name, node.start, known, args.length)
  const steps = args.map((arg) => site.build(site, arg))
  return name === 'dyn' ? steps[0]! : call(`${name}()`, known, steps)
}

/** Makes a function said after a dot, or a walk through a list: `tags.exists(t, t == "vip")`. */
export function buildMethod(site: Site, node: ASTNode, name: string, on: ASTNode, args: readonly ASTNode[]): Step {
  const at = findName(node, name, on)
  if (name === 'matches')
    return refuse(site, { at, message: 'matches() is not available.', expected: 'contains(), startsWith() or endsWith()' })
  const walk = walks.get(name)
  if (walk) return takes(walk, args.length) ? buildWalk(site, on, name, args, at) : refuseCount(site, name, at, walk, args.length)
  const known = methods.get(name)
  if (!known) return refuseName(site, name, at, [...methods.keys(), ...walks.keys()])
  if (!takes(known, args.length)) return refuseCount(site, name, at, known, args.length)
  const receiver = site.build(site, on)
  const steps = args.map((arg) => site.build(site, arg))
  const searched = steps[0]?.literal
  if (receiver.path === 'text' && typeof searched === 'string' && searched !== searched.toLowerCase())
    return refuse(site, {
      at: args[0]!.pos,
      message: '"text" is in lower case.',
      expected: JSON.stringify(searched.toLowerCase()),
    })
  return call(`${name}()`, known, [receiver, ...steps])
}

function call(title: string, known: Word, steps: readonly Step[]): Step {
  const [first, second, third] = steps
  const fails = (values: readonly unknown[]) =>
    judgeOperands(
      values.map((value, i) => ({ value, names: steps[i]!.names })),
      () => `${title} has no answer for ${values.map(nameKind).join(' and ')}`,
    )
  return combine(steps, () => (frame) => {
    const x = first!.run(frame)
    const y = second?.run(frame)
    const z = third?.run(frame)
    const missing = x === null || y === null || z === null || isFailed(x) || isFailed(y) || isFailed(z)
    const answer = missing ? undefined : known.call(frame, x, y, z)
    return answer === undefined ? fails([x, y, z].slice(0, steps.length)) : answer
  })
}

function buildHas(site: Site, node: ASTNode, args: readonly ASTNode[]): Step {
  const [field] = args
  if (args.length !== 1 || !field || (field.op !== '.' && field.op !== 'id' && field.op !== '[]'))
    return refuse(site, { at: node.start, message: 'has() takes one field.', expected: 'has(meddpicc.champion)' })
  const step = site.build(site, field)
  return {
    ...combine([step], () => (frame) => {
      const value = step.run(frame)
      return isFailed(value) ? value : value !== null
    }),
    names: [],
  }
}

const takes = ({ least, most }: { least: number; most: number }, count: number) => count >= least && count <= most

const refuseName = (site: Site, name: string, at: number, among: readonly string[]) =>
  refuse(site, { at, message: `There is no function "${name}" here.`, expected: suggestNames(name, among) })

function refuseCount(
  site: Site,
  name: string,
  at: number,
  { least, most }: { least: number; most: number },
  count: number,
): Step {
  const wanted = least === most ? `${least}` : `${least} or ${most}`
  return refuse(site, { at, message: `${name}() takes ${wanted} argument${wanted === '1' ? '' : 's'}, not ${count}.` })
}
