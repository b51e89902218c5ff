import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { seeded } from '../../bench/generate.ts'
import { type KindName, kindOf } from '../../src/records/kinds.ts'

/** A file of the sample: what is mutated. */
export type Seed = { path: string; kind: KindName; text: string }

type Chance = { below: (end: number) => number; pick: <T>(list: readonly T[]) => T }
type Mutation = (text: string, chance: Chance) => string

/** The records of the sample workspace, those longer than `longest` letters left out. */
export function sampleRecords(root: string, longest = 6_000): Seed[] {
  const folders = ['customers', 'workspace-setup', 'reporting', 'sales-toolkit']
  const paths = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name.split(sep).join('/')}`,
    ),
  )
  return paths.toSorted().flatMap((path) => {
    const kind = kindOf(path)
    const text = kind && readFileSync(join(root, path), 'utf8')
    return kind && text && text.length <= longest ? [{ path, kind, text }] : []
  })
}

/** One mutated text, the same for the same number: up to four changes, most of them in the front matter. */
export function mutate(seeds: readonly Seed[], number: number): Seed {
  const next = seeded(number + 1)
  const below = (end: number) => Math.floor(next() * Math.max(1, end))
  const chance: Chance = { below, pick: (list) => list[below(list.length)]! }
  const seed = chance.pick(seeds)
  const turns = 1 + below(4)
  let { text } = seed
  for (let turn = 0; turn < turns; turn++) text = chance.pick(mutations)(text, chance)
  return { ...seed, text }
}

const end = (text: string) => {
  const close = text.startsWith('---') ? text.indexOf('\n---', 3) : -1
  return close < 0 ? text.length : close
}

const put = (text: string, at: number, more: string, cut = 0) => text.slice(0, at) + more + text.slice(at + cut)

/** A place in the front matter, nine times of ten. */
const place = (text: string, { below }: Chance) => below(below(10) === 0 ? text.length + 1 : end(text) + 1)

/** The start of a line in the front matter. */
const lineStart = (text: string, chance: Chance) => text.lastIndexOf('\n', Math.max(0, place(text, chance) - 1)) + 1

const lineAt = (text: string, at: number) => text.slice(at, text.indexOf('\n', at) + 1 || text.length)

const signs = Array.from(
  '"\'`&*!|>%@{}[]:,#?-~=<\\\0\t\r\n \u0001\u0007\u001b\u007f\u0085\u00a0\u200b\u2028\u2029\ufeff\ufffe\ud800\udc00éß字😀',
)
const scalars = [
  [
    '9'.repeat(400),
    '1e999',
    '-0',
    '0x',
    '0o777',
    '.inf',
    '.nan',
    '1_000',
    '12345678901234567890',
    '1.',
    '+1',
    '08',
    '2026-02-30',
  ],
  ['!!binary x', '!!js/function "x"', '!!set {a}', '!<x> y', '!!timestamp 2026', '<<', '~', 'null', 'yes', 'on', '=', '{}', '[]'],
  [
    '"\\x00"',
    '"\\ud800"',
    '"\\',
    "'",
    '"unclosed',
    '|+\n  a\n\n\n',
    '>-\n a\n  b\n',
    '? a\n: b',
    '*nobody',
    '&a',
    '&a &b c',
    '- - - a',
  ],
  ['[[[[', '{{{{', '{a: {b: {c', '[a, b', 'a: b: c', '# no', '%YAML 9.9', '---', '...', '<<<<<<< ours', '>>>>>>> theirs'],
].flat()
const keys = [
  '__proto__',
  'constructor',
  'toString',
  'redirect',
  'name',
  'tags',
  '2026',
  'true',
  'null',
  '"a b"',
  '? [a]',
  '<<',
  'a.b',
  '',
]

/** Brackets, lists or maps one in the other, deep enough to exhaust a stack that is not watched. */
function nest({ pick, below }: Chance): string {
  const depth = pick([5, 50, 500, 5_000])
  const [open, close] = pick([
    ['[', ']'],
    ['{a: ', '}'],
    ['- ', ''],
    ['{', ''],
    ['[', ''],
  ] as const)
  return open.repeat(depth) + pick(['x', '']) + (below(3) > 0 ? close.repeat(depth) : '')
}

/** Keys each below the one before. */
const indent = ({ pick }: Chance) =>
  Array.from({ length: pick([10, 100, 800]) }, (_, depth) => `${' '.repeat(depth)}k:`).join('\n')

/** Aliases of aliases: a few lines that mean millions. */
const laugh = ({ pick }: Chance) => {
  const levels = pick([3, 9, 20])
  return [
    'l0: &l0 [x, x]',
    ...Array.from({ length: levels }, (_, at) => `l${at + 1}: &l${at + 1} [*l${at}, *l${at}, *l${at}]`),
  ].join('\n')
}

const mutations: Mutation[] = [
  (text, chance) => put(text, place(text, chance), String.fromCodePoint(chance.below(256)), 1),
  (text, chance) => put(text, place(text, chance), chance.pick(signs)),
  (text, chance) => put(text, place(text, chance), '', 1 + chance.below(30)),
  (text, chance) => text.slice(0, place(text, chance)),
  (text, chance) => text.slice(place(text, chance)),
  (text, chance) => {
    const at = lineStart(text, chance)
    return put(text, at, lineAt(text, at).repeat(1 + chance.below(chance.pick([3, 200]))))
  },
  (text, chance) => {
    const [from, to] = [lineStart(text, chance), lineStart(text, chance)]
    return put(text, to, lineAt(text, from))
  },
  (text, chance) => put(text, lineStart(text, chance), chance.pick(['  ', '\t', ' ', '- ', '# ', '? ', ': ', '    '])),
  (text, chance) => put(text, lineStart(text, chance), `${chance.pick(keys)}: ${chance.pick(scalars)}\n`),
  (text, chance) => put(text, lineStart(text, chance), `own: ${nest(chance)}\n`),
  (text, chance) => put(text, lineStart(text, chance), `${chance.pick([indent, laugh])(chance)}\n`),
  (text, chance) =>
    put(
      text,
      lineStart(text, chance),
      chance.pick(['a', ' ', '-', '"', '\\', '#', ': ', '&', '*', '!']).repeat(chance.pick([40, 3_000])),
    ),
  (text, chance) => {
    const at = text.indexOf(': ', place(text, chance))
    return at < 0 ? text : put(text, at + 2, `${chance.pick(scalars)}\n`)
  },
  (text, { pick }) => pick(['\uFEFF', '\uFEFF\uFEFF', '\n', '# x\n', '----\n', '%YAML 1.1\n---\n']) + text,
  (text, { pick }) => text.replaceAll('\n', pick(['\r\n', '\r', '\n\n', '\u2028'])),
  (text, { below }) => text.replaceAll('\n', () => (below(2) ? '\n' : '\r\n')),
  (text, { pick, below }) => text.replaceAll(/[a-z]/g, (letter) => (below(40) ? letter : pick(signs))),
  (text, { pick }) => text.normalize(pick(['NFC', 'NFD', 'NFKD'])).replace(/e/, 'e\u0301'.repeat(pick([1, 500]))),
]
