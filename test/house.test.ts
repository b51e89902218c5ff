import { readdirSync, readFileSync } from 'node:fs'
import { dirname, extname, join, posix, sep } from 'node:path'
import { describe, expect, test } from 'vitest'

const src = join(import.meta.dirname, '..', 'src')
const all = readdirSync(src, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll(sep, '/'))
const source = all.filter((path) => /\.tsx?$/.test(path))
const textOf = (file: string) => readFileSync(join(src, file), 'utf8')
const lines = (file: string) => textOf(file).trimEnd().split('\n').length

/** The code without its comments; strings stay, so that `'https://…'` is not taken for one. */
const withoutComments = (text: string) =>
  text.replaceAll(
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
    (_, string?: string) => string ?? ' ',
  )
const codeOf = (file: string) => withoutComments(textOf(file))

type Import = { to: string; types: boolean }

const isTypes = (names: string) => /^\{\s*(?:type\s[^,}]*,?\s*)+\}$/.test(names.trim())

/** Every import of a file: on one line or many, `import()`, `export … from`, and for the effect alone. */
function readImports(code: string): Import[] {
  const statements = code.matchAll(
    /\b(?:import|export)\s*(type\s+)?(\{[^}]*\}|[\w$*\s,]+(?:\{[^}]*\})?)\s*from\s*['"]([^'"]+)['"]/g,
  )
  return [
    ...[...statements].map(([, type, names, to]) => ({ to: to!, types: Boolean(type) || isTypes(names!) })),
    ...[...code.matchAll(/\bimport\s*['"]([^'"]+)['"]/g)].map(([, to]) => ({ to: to!, types: false })),
    ...[...code.matchAll(/(typeof\s+)?\b(?:import|require)\(\s*['"`]([^'"`]+)['"`]/g)].map(([, type, to]) => ({
      to: to!,
      types: Boolean(type),
    })),
  ]
}

const imports = source.flatMap((file) => readImports(codeOf(file)).map((found) => ({ file, ...found })))
const room = (path: string) => /^features\/[^/]+/.exec(path)?.[0] ?? path.split('/')[0]!
const arrows = imports
  .filter(({ to }) => to.startsWith('.'))
  .map(({ file, to, types }) => ({ file, from: room(file), to: room(posix.join(dirname(file), to)), types }))
  .filter(({ to }) => to !== '..')

/** From the ground up. A room may use what stands before it, and no room of its own floor. */
const floors = [
  ['failure.ts'],
  ['records'],
  ['formulas'],
  ['workspace', 'outside'],
  ['features/*'],
  ['session'],
  ['actions'],
  ['doors'],
]
const floorOf = (name: string) => floors.findIndex((floor) => floor.includes(name.startsWith('features/') ? 'features/*' : name))

/** The files outside `allowed` rooms in which `what` stands. */
const strays = (what: RegExp, ...allowed: string[]) =>
  source.filter((file) => !allowed.some((place) => file === place || file.startsWith(`${place}/`)) && what.test(codeOf(file)))

describe('the rooms', () => {
  test('there are these and no others', () => {
    expect(source.filter((file) => floorOf(room(file)) < 0)).toEqual([])
  })

  test('every arrow points down', () => {
    expect(arrows.filter(({ from, to }) => from !== to && floorOf(from) <= floorOf(to))).toEqual([])
  })

  test('features know the outside by its types alone', () => {
    expect(arrows.filter(({ from, to, types }) => from.startsWith('features/') && to === 'outside' && !types)).toEqual([])
  })

  test('only the session knows the hour, the machine and chance', () => {
    const edge =
      /new Date\(\s*\)|new Date\b(?!\()|\bDate\.now\b|Temporal\.Now|process\.(?:env|cwd|exit)\b|\brandom(?:UUID|Bytes|Int)\b|Math\.random|getRandomValues/
    expect(strays(edge, 'session')).toEqual([])
    expect(imports.filter(({ file, to }) => /^(?:node:)?process$/.test(to) && room(file) !== 'session')).toEqual([])
  })

  test('only doors print', () => {
    expect(strays(/\bconsole\s*\.|process\.(?:stdout|stderr)\b/, 'doors')).toEqual([])
  })

  test('only outside/http.ts calls fetch', () => {
    expect(strays(/(?<![\w$.])fetch\(|globalThis\.fetch\b/, 'outside/http.ts')).toEqual([])
  })

  test('only the workspace touches the disk, other programs and the database', () => {
    const hands = /^(?:node:)?(?:fs|fs\/promises|child_process|sqlite)$|^(?:simple-git|chokidar)$/
    expect(imports.filter(({ file, to, types }) => !types && hands.test(to) && room(file) !== 'workspace')).toEqual([])
  })
})

describe('the names and sizes', () => {
  test('nothing is called utils, helpers, common, shared, lib or misc', () => {
    expect(all.filter((path) => /(?:^|[/-])(?:utils?|helpers?|common|shared|libs?|misc)(?:\.\w+)?$/i.test(path))).toEqual([])
  })

  test('no file re-exports a folder', () => {
    expect(source.filter((file) => /(?:^|\/)index\.tsx?$/.test(file))).toEqual([])
  })

  const sizes = source.map(lines).toSorted((a, b) => a - b)

  test('half the files are under 90 lines, nine in ten under 250', () => {
    expect(sizes[Math.floor(sizes.length * 0.5)] ?? 0).toBeLessThan(90)
    expect(sizes[Math.floor(sizes.length * 0.9)] ?? 0).toBeLessThan(250)
  })

  test('a command is 40 lines at most', () => {
    expect(source.filter((file) => file.startsWith('doors/commands/') && lines(file) > 40)).toEqual([])
  })

  // One file for each thing the program can do, each word of the command line, each kind of file: these are as long as their list.
  const catalogues = /^(?:actions|doors\/commands|records\/kinds)$/

  test('no folder holds more than 20 files', () => {
    const folders = Object.entries(Object.groupBy(source, (file) => dirname(file)))
    expect(folders.filter(([name, files]) => files!.length > 20 && !catalogues.test(name)).map(([name]) => name)).toEqual([])
  })
})

test('the reader of imports misses none', () => {
  const code = withoutComments(`// import a from './comment.ts'
    import './effect.ts'
    import type { A } from './type.ts'
    import { type B, type C } from './types.ts'
    import D, {
      type E,
      f,
    } from "./many.ts"
    export * from './all.ts'
    export { g } from './out.ts'
    const h = await import('./late.ts')
    type I = typeof import('./typeof.ts')
    const url = 'https://example.test' // import j from './other.ts'
  `)
  expect(Object.fromEntries(readImports(code).map(({ to, types }) => [to, types]))).toEqual({
    './effect.ts': false,
    './type.ts': true,
    './types.ts': true,
    './many.ts': false,
    './all.ts': false,
    './out.ts': false,
    './late.ts': false,
    './typeof.ts': true,
  })
})

test('every file is TypeScript', () => {
  expect(all.filter((path) => extname(path) && !/\.tsx?$/.test(path))).toEqual([])
})
