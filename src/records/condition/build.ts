import type { ASTNode } from '@marcbachmann/cel-js'
import { buildCall, buildMethod } from './build-call.ts'
import { buildChoice, buildLogic, buildNot } from './build-logic.ts'
import { buildNegation, buildSum } from './calculate.ts'
import { buildEquality, buildMembership, buildOrder } from './compare.ts'
import { chooseReader, enterValue, nameKind } from './enter.ts'
import { isFailed, judgeOperands } from './failed.ts'
import { explainAbsence, suggestNames } from './names.ts'
import { combine, refuse, type Site } from './site.ts'
import type { Step } from './step.ts'

const DEEPEST = 250

/** Turns one part of a condition's tree into a step, noting what it reads and complaining of what it cannot mean. */
export function build(site: Site, node: ASTNode): Step {
  const step = buildPart(site, node)
  if (step.path) site.reads.add(step.path)
  return step
}

function buildPart(around: Site, node: ASTNode): Step {
  const site = { ...around, depth: around.depth + 1 }
  if (site.depth > DEEPEST) return refuse(site, { at: node.pos, message: 'The condition nests too deeply.' })
  switch (node.op) {
    case 'value':
      return buildLiteral(site, node.args, node.pos)
    case 'id':
      return buildName(site, node.args, node.pos)
    case '.':
      return buildKey(site, buildPart(site, node.args[0]), node.args[1], node.pos)
    case '[]':
      return buildIndex(site, node.args[0], node.args[1])
    case 'call':
      return buildCall(site, node, node.args[0], node.args[1])
    case 'rcall':
      return buildMethod(site, node, node.args[0], node.args[1], node.args[2])
    case 'list':
      return buildList(node.args.map((item) => build(site, item)))
    case 'map':
      return buildMap(node.args.map(([key, value]) => [build(site, key), build(site, value)]))
    case '?:':
      return buildChoice(build(site, node.args[0]), build(site, node.args[1]), build(site, node.args[2]))
    case '&&':
    case '||':
      return buildLogic(node.op === '||', build(site, node.args[0]), build(site, node.args[1]))
    case '!_':
      return buildNot(build(site, node.args))
    case '-_':
      return combine([build(site, node.args)], ([x]) => buildNegation(x!))
    case '==':
    case '!=':
      return pair(site, node.args, (x, y) => buildEquality(node.op === '==', x, y))
    case 'in':
      return pair(site, node.args, buildMembership)
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const { op } = node
      return pair(site, node.args, (x, y) => buildOrder(op, x, y))
    }
    case '+':
    case '-':
    case '*':
    case '/':
    case '%': {
      const { op } = node
      return pair(site, node.args, (x, y) => buildSum(op, x, y))
    }
    default:
      return refuse(site, { at: node.pos, message: `"${node.op}" is not used in conditions.` })
  }
}

const pair = (site: Site, [left, right]: readonly [ASTNode, ASTNode], make: (x: Step, y: Step) => Step['run']): Step =>
  combine([build(site, left), build(site, right)], ([x, y]) => make(x!, y!))

function buildLiteral(site: Site, value: unknown, at: number): Step {
  if (value instanceof Uint8Array) return refuse(site, { at, message: 'Bytes are not used in conditions.' })
  return { run: () => value, names: [], work: 1, literal: value }
}

function buildName(site: Site, name: string, at: number): Step {
  const bound = site.bound.get(name)
  if (bound) return bound
  const builtIn = site.builtIns.get(name)
  if (builtIn) {
    const { read, shape } = builtIn
    return { run: ({ scope }) => enterValue(read(scope)), names: [name], work: 1, path: name, ...(shape ? { shape } : {}) }
  }
  const fields = site.names[site.about] ?? []
  if (name === 'type' || !fields.includes(name)) {
    const why = explainAbsence(name, site.about, site.clock)
    const expected = suggestNames(name, [...site.builtIns.keys(), ...fields.filter((field) => field !== 'type')])
    return refuse(site, { at, message: `There is no "${name}" in ${withArticle(site.about)}.`, expected, ...why })
  }
  const { about } = site
  const record: Step = { run: ({ scope }) => scope[about] ?? null, names: [], work: 1, shape: { record: about } }
  return readFrom(record, name, name)
}

function buildKey(site: Site, from: Step, key: string, at: number): Step {
  const { shape } = from
  if (typeof shape === 'object' && 'record' in shape) {
    const fields = site.names[shape.record] ?? []
    if (!fields.includes(key))
      return refuse(site, {
        at,
        message: `There is no "${key}" in ${withArticle(shape.record)}.`,
        expected: suggestNames(key, fields),
      })
  }
  if (typeof shape === 'object' && 'list' in shape) {
    const expected = `${from.path ?? 'list'}.exists(x, x.${key} …)`
    return refuse(site, { at, message: `A list has no "${key}"; its elements may.`, expected })
  }
  return readFrom(from, key, from.path ? `${from.path}.${key}` : undefined)
}

function readFrom(from: Step, key: string, path: string | undefined): Step {
  const read = chooseReader(from.shape, key)
  const shape = typeof from.shape === 'object' && 'record' in from.shape && from.shape.record === 'deal' && key === 'meddpicc'
  return {
    run: (frame) => read(from.run(frame)),
    names: path ? [path] : from.names,
    work: from.work + 1,
    ...(path ? { path } : {}),
    ...(shape ? { shape: 'meddpicc' } : {}),
  }
}

function buildIndex(site: Site, left: ASTNode, right: ASTNode): Step {
  const from = buildPart(site, left)
  const index = build(site, right)
  if (typeof index.literal === 'string') return buildKey(site, from, index.literal, right.pos)
  if (from.path) site.reads.add(from.path)
  const step = combine([from, index], () => (frame) => {
    const all = from.run(frame)
    const at = index.run(frame)
    if (typeof at === 'string') return chooseReader(from.shape, at)(all)
    if (Array.isArray(all) && (typeof at === 'bigint' || Number.isInteger(at)))
      return Number(at) >= 0 && Number(at) < all.length
        ? enterValue(all[Number(at)])
        : judgeOperands([{ value: null, names: from.names }], () => `the list has no place ${Number(at)}`)
    const sides = [
      { value: all, names: from.names },
      { value: at, names: index.names },
    ]
    return judgeOperands(sides, () => `${nameKind(all)} has no place ${nameKind(at)}`)
  })
  return typeof from.shape === 'object' && 'list' in from.shape
    ? { ...step, shape: { record: from.shape.list }, ...(from.path ? { path: from.path } : {}) }
    : step
}

function buildList(items: readonly Step[]): Step {
  return combine(items, () => (frame) => {
    const values = items.map((item) => item.run(frame))
    return values.find(isFailed) ?? values
  })
}

function buildMap(entries: readonly (readonly [Step, Step])[]): Step {
  return combine(entries.flat(), () => (frame) => {
    const values = entries.map(([key, value]) => [key.run(frame), value.run(frame)] as const)
    return (
      values.flat().find(isFailed) ??
      Object.assign(Object.create(null), Object.fromEntries(values.map(([key, value]) => [String(key), value])))
    )
  })
}

const withArticle = (about: string) => `${/^[aeiou]/.test(about) ? 'an' : 'a'} ${about}`
