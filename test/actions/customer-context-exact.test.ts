import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ask } from '../../src/actions/ask.ts'
import customerContext from '../../src/actions/customer-context.ts'
import { openSession } from '../../src/session/open.ts'
import { errorBody, fakeCount, openFakeAnthropic } from '../fakes/anthropic.ts'
import { corpora } from '../formulas/tokens/corpora.ts'
import { gitEnv, workspace } from '../helpers/workspace.ts'

const model = 'claude-opus-5-5'
const settings = (more: string) => ({ 'workspace-setup/workspace.yaml': `name: Orbit\n${more}` })
const note = (n: number, body: string) => [
  `customers/acme/activities/2026-0${1 + (n % 9)}-01-1000-note-n-${String(n).padStart(4, '0')}.md`,
  `---\ntype: note\ndate: 2026-0${1 + (n % 9)}-01\nsubject: Note ${n}\n---\n\n${body}`,
]
const tree = (bodies: readonly string[], more: Record<string, string> = {}) =>
  workspace(
    {
      ...settings(`model: ${model}\n`),
      'customers/acme/customer.md': '---\nname: Acme\ndomain: acme.com\n---\n',
      ...Object.fromEntries(bodies.map((body, n) => note(n, body))),
      ...more,
    },
    { commit: false },
  )
const sentence = (n: number, k: number) =>
  `Dana said in week ${n} about point ${k} that the pilot of ${n * 7 + k} sensors starts when plant ${k * 31 + n} agrees. `
const talk = (n: number) => Array.from({ length: 9 }, (_, k) => sentence(n, k)).join('')
const full = Array.from({ length: 120 }, (_, n) => talk(n))

type Fake = { key: string; base: string }
const to = ({ key, base }: Fake) => ({ ANTHROPIC_API_KEY: key, ANTHROPIC_BASE_URL: base })
const build = (root: string, input: object = {}, env: object = {}) =>
  ask(
    customerContext,
    { customer: 'acme', exact: true, ...input },
    openSession({ cwd: root, env: { ...gitEnv, DOSSIER_NOW: '2026-11-20T13:00:00Z', ...env } }),
  )
const sentTo = ({ asked }: { asked: { body: string }[] }) =>
  asked.map(({ body }) => (JSON.parse(body) as { messages: { content: string }[] }).messages[0]!.content)

describe.each([0.8, 1, 1.3, 2, 2.5])('a provider that counts %d times o200k', { timeout: 60_000 }, (ratio) => {
  test.each([2600, 5000, 12_000])('a budget of %d', async (budget) => {
    const fake = await openFakeAnthropic({ ratio })
    const { text = '', tokens, tokenizer, leftOut } = await build(tree(full), { budget }, to(fake))
    expect(tokens).toBe(fakeCount(text, ratio))
    expect(tokens).toBeLessThanOrEqual(budget)
    expect(leftOut.length).toBeGreaterThan(0)
    expect(tokens).toBeGreaterThanOrEqual(budget * 0.95)
    expect(fake.asked.length).toBeLessThanOrEqual(3)
    expect(tokenizer).toBe(`${model}, counted by ${fake.host}`)
  })
})

const bodies = fc.array(
  fc
    .tuple(fc.constantFrom(...corpora), fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 3000 }))
    .map(([{ make }, seed, length]) =>
      make(seed)
        .replace(/^---[\s\S]*?\n---\n/, '')
        .slice(0, length)
        .toWellFormed(),
    ),
  { maxLength: 40 },
)

test('for any material, ratio and budget: never above by the count, full when there is material, at most three calls', {
  timeout: 120_000,
}, async () => {
  const ratios = fc.double({ min: 0.8, max: 2.5, noNaN: true })
  await fc.assert(
    fc.asyncProperty(bodies, ratios, fc.integer({ min: 400, max: 20_000 }), async (some, ratio, budget) => {
      const fake = await openFakeAnthropic({ ratio })
      const root = tree(some)
      const { text = '', tokens, leftOut } = await build(root, { budget }, to(fake))
      expect(tokens).toBe(fakeCount(text, ratio))
      expect(tokens).toBeLessThanOrEqual(budget)
      if (budget >= 2600 && leftOut.some((file) => file.tokens > 0)) expect(tokens).toBeGreaterThanOrEqual(budget * 0.95)
      expect(fake.asked.length).toBeLessThanOrEqual(3)
      expect(sentTo(fake)).toContain(text)
      fake.close()
      rmSync(root, { recursive: true })
    }),
    { numRuns: 25 },
  )
})

test('what is sent is the context, byte for byte: no secret, no file beside it, no way on this disk', async () => {
  const fake = await openFakeAnthropic({ ratio: 1.6 })
  const secret = 'AKIAIOSFODNN7EXAMPLE'
  const root = tree([`The key is ${secret}.`], {
    'customers/other/customer.md': '---\nname: Other\n---\n\nTheir matter.\n',
  })
  const { text, removed } = await build(root, {}, to(fake))
  expect(removed).toBe(1)
  expect(sentTo(fake)).toEqual([text])
  expect(fake.asked[0]!.body).not.toMatch(/AKIAIOS|Their matter/)
  expect(JSON.stringify(fake.asked)).not.toContain(root)
})

test('the saved file is the one that was counted', async () => {
  const fake = await openFakeAnthropic()
  const { text, path, tokens } = await build(tree(full), { save: true }, to(fake))
  expect(path).toBe('customers/acme/documents/context/compact.md')
  expect(fakeCount(text!, 1.3)).toBe(tokens)
})

test('without --exact nobody is asked', async () => {
  const fake = await openFakeAnthropic()
  expect(await build(tree(full), { exact: false }, to(fake))).toMatchObject({
    tokenizer: expect.stringContaining('claude ×1.6, unverified'),
  })
  expect(fake.asked).toEqual([])
})

test.each(['gpt-5', 'gemini-3-pro', 'qwen-3.8-27b', 'something new'])('%s: nobody counts for it, which is said', async (name) => {
  const fake = await openFakeAnthropic()
  const root = tree(full, settings(`model: ${name}\n`))
  const { note: said, ...exact } = await build(root, {}, { ...to(fake), ANTHROPIC_API_KEY: undefined })
  expect(said).toMatch(`No service is known that counts tokens for ${name}; this is the offline estimate (class-scan`)
  expect(exact).toEqual(await build(root, { exact: false }))
  expect(fake.asked).toEqual([])
})

describe('refused before anything leaves', () => {
  const claude = `model: ${model}\n`
  test.each<[what: string, files: Record<string, string>, env: object, exit: number, says: RegExp, hint: RegExp]>([
    ['no model', settings(''), {}, 2, /workspace\.yaml names none/, /set model: in workspace\.yaml/],
    ['no key', {}, { ANTHROPIC_API_KEY: undefined }, 2, /ANTHROPIC_API_KEY is not set/, /without --exact the offline estimate/],
    ['an empty key', {}, { ANTHROPIC_API_KEY: ' \n' }, 2, /ANTHROPIC_API_KEY is not set/, /without --exact/],
    ['a key of two lines', {}, { ANTHROPIC_API_KEY: 'sk-ant-fake\nx: y' }, 2, /ANTHROPIC_API_KEY holds none/, /without --exact/],
    ['an address in the open', {}, { ANTHROPIC_BASE_URL: 'http://api.anthropic.com' }, 2, /ANTHROPIC_BASE_URL/, /https/],
    [
      'a clock that is set',
      settings(`${claude}now: 2026-11-20\n`),
      {},
      4,
      /now: in workspace-setup\/workspace\.yaml/,
      /take now: out/,
    ],
    ['everybody stopped', { 'workspace-setup/STOP': '' }, {}, 4, /workspace-setup\/STOP stands/, /remove it/],
  ])('%s', async (_, files, env, exitCode, says, hint) => {
    const fake = await openFakeAnthropic()
    await expect(build(tree(full, files), {}, { ...to(fake), ...env })).rejects.toMatchObject({
      exitCode,
      message: expect.stringMatching(says),
      suggestions: [expect.stringMatching(hint)],
    })
    expect(fake.asked).toEqual([])
  })

  test('this clone stopped', async () => {
    const [fake, root] = [await openFakeAnthropic(), tree(full)]
    mkdirSync(join(root, '.git/dossier'), { recursive: true })
    writeFileSync(join(root, '.git/dossier/STOP'), '')
    await expect(build(root, {}, to(fake))).rejects.toMatchObject({
      exitCode: 4,
      message: expect.stringContaining('This clone was stopped'),
    })
    expect(fake.asked).toEqual([])
  })

  test('a stop between two counts holds the second back', async () => {
    const root = tree(full)
    const fake = await openFakeAnthropic({ ratio: 2.5, before: () => writeFileSync(join(root, 'workspace-setup/STOP'), '') })
    await expect(build(root, {}, to(fake))).rejects.toMatchObject({ exitCode: 4 })
    expect(fake.asked).toHaveLength(1)
  })
})

test('an error of the service is a Failure without the key, and nothing is written', async () => {
  const [fake, root] = [await openFakeAnthropic(), tree(full)]
  fake.answerNext({ status: 402, body: errorBody('billing_error', `no credit for ${fake.key}`) })
  const error = await build(root, { save: true }, to(fake)).catch((failure: unknown) => failure)
  expect(error).toMatchObject({ exitCode: 5 })
  expect(`${JSON.stringify(error)}${(error as Error).stack}`).not.toContain(fake.key)
})
