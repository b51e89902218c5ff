import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { workspace } from '../../helpers/workspace.ts'
import { checkAt, codesOf, sound } from './checked.ts'

const acme = 'customers/acme/customer.md'
const big = 'customers/acme/activities/2026-11-03-1000-note-recording-aaaa.md'

test('50 MB are not parsed, and hide nothing else', async () => {
  const root = workspace(sound)
  writeFileSync(join(root, big), `---\ntype: note\n---\n${'[[x]] AKIA '.repeat(4_600_000)}`)
  writeFileSync(join(root, acme), '---\nname: Acme\nowner: zoe\n---\n')
  const { problems } = await checkAt(root)
  expect(problems.map(({ code, path, message }) => [code, path, message])).toEqual([
    ['file-too-big', big, 'This file is 51 MB, so nothing in it was read.'],
    ['reference-missing', acme, 'owner: there is no person "zoe".'],
  ])
})

test('a file nobody may read, and a folder nobody may enter', async ({ skip }) => {
  if (process.platform === 'win32') skip('Windows has other permissions')
  if (process.getuid?.() === 0) skip('run as root, who may read everything')
  const root = workspace(sound)
  mkdirSync(join(root, 'customers/globex'))
  chmodSync(join(root, acme), 0)
  chmodSync(join(root, 'customers/globex'), 0)
  const { problems } = await checkAt(root)
  chmodSync(join(root, acme), 0o644)
  chmodSync(join(root, 'customers/globex'), 0o755)
  expect(problems.map(({ code, path }) => [code, path])).toEqual([
    ['file-unreadable', acme],
    ['file-unreadable', 'customers/globex'],
  ])
})

test.each([
  ['brackets in brackets', `---\nname: Acme\nx: ${'['.repeat(20_000)}\n---\n`],
  ['maps in maps', `---\nname: Acme\nx: ${'{a: '.repeat(20_000)}\n---\n`],
  [
    'lists in lists',
    `---\nname: Acme\nx:\n${Array.from({ length: 2_000 }, (_, n) => `${' '.repeat(n + 1)}-`).join('\n')} a\n---\n`,
  ],
])(
  '%s without end are one error',
  async (_, text) => {
    const problems = await codesOf({ [acme]: text })
    expect(problems.filter((one) => one.includes(acme)).length).toBeGreaterThan(0)
    expect(problems.every((one) => one.startsWith('yaml '))).toBe(true)
  },
  30_000,
)

test('names in NFD, of 255 bytes, with spaces and signs are told, not stumbled over', async () => {
  const long = `${'ü'.repeat(126)}.md`
  const names = [long, 'u\u0308ber.md', 'a b.md', '%41.md', "o'neil.md", '#.md']
  const files = Object.fromEntries(names.map((name) => [`customers/acme/contacts/${name}`, '---\nname: A\n---\n[x](nope.md)\n']))
  const problems = await codesOf(files)
  expect(problems.filter((one) => one.startsWith('slug-invalid'))).toHaveLength(names.length)
  expect(problems.filter((one) => one.startsWith('link-broken'))).toHaveLength(names.length)
})

test('whatever stands in a file, every problem has a code, a place in the file and a sentence', { timeout: 60_000 }, async () => {
  const root = workspace(sound, { commit: false })
  const paths = [
    acme,
    'customers/acme/deals/pilot.md',
    'workspace-setup/processes/assertions.yaml',
    'workspace-setup/processes/checks.yaml',
    'workspace-setup/triggers/a.yaml',
  ]
  const part = fc.constantFrom(
    '---',
    '\n',
    'name: A',
    'assertions:',
    '  - ',
    '{ name: a, about: deal, require: amount > 5 }',
    'secret: off',
    ': ',
    '[[x]]',
    '](y.md)',
    '&a',
    '*a',
    '"',
    "'",
    '- [ ] x due:2026-02-31',
    'stage: lead',
    'amount: -1',
    '\t',
    '\u0000',
    'é',
    '<<<<<<< a',
    '!x',
    '|',
  )
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), fc.array(part, { maxLength: 25 }), async (path, parts) => {
      mkdirSync(join(root, path, '..'), { recursive: true })
      const before = path in sound ? sound[path]! : ''
      writeFileSync(join(root, path), parts.join(''))
      const { problems } = await checkAt(root)
      writeFileSync(join(root, path), before)
      for (const problem of problems) {
        const lines = problem.path === path ? parts.join('').split('\n').length : Number.POSITIVE_INFINITY
        expect(problem.code).toMatch(/^[a-z-]+(?:\/[a-z0-9-]+)?$/)
        expect(problem.line).toBeGreaterThanOrEqual(1)
        expect(problem.line).toBeLessThanOrEqual(lines)
        expect(problem.column).toBeGreaterThanOrEqual(1)
        expect(problem.message).toMatch(/\S.*[.…]$/)
      }
    }),
    { numRuns: 150 },
  )
})

test('the sample has no false alarm', async () => {
  const root = join(import.meta.dirname, '../../..')
  const { problems } = await checkAt(root)
  expect(
    problems
      .filter(({ severity, code }) => severity === 'error' || code !== 'schema-outdated')
      .map(({ code, path }) => `${code} ${path}`),
  ).toEqual(['next-step-missing customers/halden/deals/renewal-halden.md'])
})
