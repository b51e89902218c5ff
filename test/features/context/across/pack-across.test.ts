import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { encode } from 'gpt-tokenizer/encoding/o200k_base'
import { expect, test } from 'vitest'
import { ask } from '../../../../src/actions/ask.ts'
import context from '../../../../src/actions/context.ts'
import type { Failure } from '../../../../src/failure.ts'
import { openSession } from '../../../../src/session/open.ts'
import { gitEnv, workspace } from '../../../helpers/workspace.ts'

const now = '2026-11-20T13:00:00Z'
const day = fc
  .integer({ min: -120, max: 60 })
  .map((days) => new Date(Date.parse('2026-11-20T00:00:00Z') + days * 86_400_000).toISOString().slice(0, 10))
const words = fc
  .array(
    fc.constantFrom(
      'price',
      'too high',
      '€40,000',
      'board',
      'decides',
      '2026-12-01',
      'Zürich',
      '東京',
      'worried',
      'plant',
      '[7]',
      'ok',
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((some) => some.join(' '))
const name = fc.constantFrom('Acme', 'Bolt & Söhne', 'Çelik "A"', '-- Dash', 'Ex: Ample', '東京電機', 'N'.repeat(90))
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const fields = (some: Record<string, unknown>) =>
  Object.entries(some)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join('\n')

const deal = fc.record({
  name,
  owner: maybe(fc.constantFrom('priya', 'jonas', 'Somebody Else')),
  stage: maybe(fc.constantFrom('discovery', 'negotiation', 'won', 'unheard of')),
  amount: maybe(fc.integer({ min: 0, max: 5_000_000 })),
  currency: maybe(fc.constantFrom('EUR', 'USD', 'CHF')),
  close_date: maybe(day),
  next_step: maybe(words),
  next_step_date: maybe(day),
  competitors: maybe(fc.array(fc.constantFrom('Lumenfold', 'lumenfold', 'Data: Haven'), { maxLength: 3 })),
  meddpicc: maybe(fc.constant({ champion: 'dana', metrics: '20 % fewer' })),
  contract: maybe(fc.record({ end: day, notice_days: fc.integer({ min: 0, max: 90 }) })),
})
const activity = fc.record({
  type: fc.constantFrom('call', 'email', 'meeting', 'note'),
  date: day,
  status: maybe(fc.constantFrom('planned', 'done')),
  subject: words,
  by: maybe(fc.constant('priya')),
  participants: maybe(fc.constant(['dana'])),
  deal: maybe(fc.constant('d0')),
})
const customer = fc.record({
  fields: fc.record({
    name,
    owner: maybe(fc.constantFrom('priya', 'jonas')),
    segment: maybe(fc.constantFrom('smb', 'enterprise')),
    type: maybe(fc.constantFrom('customer', 'former')),
    employees: maybe(fc.nat()),
  }),
  deals: fc.array(deal, { maxLength: 3 }),
  activities: fc.array(fc.tuple(activity, fc.array(words, { maxLength: 6 })), { maxLength: 6 }),
})

const treeOf = (customers: readonly (typeof customer extends fc.Arbitrary<infer T> ? T : never)[]) =>
  workspace({
    'workspace-setup/workspace.yaml': 'name: Orbit\ncurrency: EUR\n',
    'workspace-setup/people/priya.yaml': 'name: Priya Raman\nemails: [ada@example.test]\n',
    'workspace-setup/people/jonas.yaml': 'name: Jonas Weber\n',
    'customers/workflows/lead-to-close.yaml':
      'about: deal\nstages:\n  - { id: discovery, probability: 0.2 }\n  - { id: negotiation, probability: 0.8 }\n  - { id: won, outcome: won }\n',
    ...Object.fromEntries(
      customers.flatMap((one, n) => [
        [`customers/c${n}/customer.md`, `---\n${fields(one.fields)}\n---\n`],
        [`customers/c${n}/contacts/dana.md`, '---\nname: Dana Whitfield\ntitle: CFO\n---\n'],
        ...one.deals.map((some, m) => [`customers/c${n}/deals/d${m}.md`, `---\n${fields(some)}\n---\n`]),
        ...one.activities.map(([some, said], m) => [
          `customers/c${n}/activities/${some.date}-0900-${some.type}-a-a${`${m}`.padStart(3, '0')}.md`,
          `---\n${fields({ ...some, date: `${some.date}T09:00Z` })}\n---\n${said.map((text) => `${text}.\n\n- [ ] ${text} @priya due:${some.date}\n`).join('\n')}`,
        ]),
      ]),
    ),
  })

const inputs = [{ for: 'team-pipeline' }, { for: 'my-week' }, { for: 'segment', where: 'true' }]
const formats = ['md', 'md', 'xml', 'json']
const build = (root: string, input: object) =>
  ask(context, input, openSession({ cwd: root, env: { ...gitEnv, DOSSIER_NOW: now } }))

/** Lines that say something computed: what they cite is what it was computed from. */
const computed =
  /computed from|also from|health|\bago\b|at risk|quiet for|nobody has|MEDDPICC|notice |past since |against us|for us|who decides|\bdays\b|a month before|in \d+ open deals/

test('never over the budget, nearly full where there is more to tell, and every line that is cited holds the days and figures that are told', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(customer, { maxLength: 6 }),
      fc.constantFrom(...inputs),
      fc.oneof(fc.integer({ min: 200, max: 3_000 }), fc.integer({ min: 200, max: 300_000 })),
      fc.constantFrom(...formats),
      async (customers, input, budget, format) => {
        const root = treeOf(customers)
        const built = await build(root, { ...input, budget, format }).catch((error: Failure) => {
          expect(error.message).toContain('is below what the frame of a context needs')
          expect(budget).toBeLessThan(400)
        })
        if (!built) return
        expect(built.tokens).toBeLessThanOrEqual(budget)
        expect(encode(built.text, { disallowedSpecial: new Set() }).length).toBeLessThanOrEqual(budget)
        const smallest = Math.min(...built.items.flatMap(({ left }) => (left > 0 ? left : [])))
        if (smallest <= 120) expect(built.tokens).toBeGreaterThanOrEqual(Math.min(0.95 * budget, budget - 250))
        for (const { path, line } of built.sources)
          expect(readFileSync(join(root, path), 'utf8').split('\n')[line - 1], `${path}:${line}`).toMatch(/\S/)
        if (format !== 'md') return
        const told = built.text
          .slice(0, built.text.indexOf('\n## Sources'))
          .split('\n')
          .filter((line) => /^(?:- | {2}> )/.test(line))
          .map((line) => line.replace(/( \([a-z][^()]*(?:\[\d+\])+\))+$/, ''))
        for (const line of told) {
          const [, text = '', cites = ''] = /^(?:- | {2}> )(.*?) ?((?:\[\d+\])*)$/.exec(line)!
          if (/^(?:No customer fits|No open deal|Nothing is planned)/.test(text)) continue
          expect(cites, line).not.toBe('')
          if (computed.test(text)) continue
          const cited = [...cites.matchAll(/\d+/g)].map(([n]) => built.sources[Number(n) - 1]!)
          const lines = cited
            .map(({ path, line: at }) => `${path} ${readFileSync(join(root, path), 'utf8').split('\n')[at - 1]}`)
            .join(' ')
          for (const [figure] of text.matchAll(/\d{4}-\d{2}-\d{2}|\d[\d,]*\d/g))
            expect(lines.replaceAll(/(?<=\d),(?=\d)/g, ''), line).toContain(figure.replaceAll(',', ''))
        }
      },
    ),
    { numRuns: 30, interruptAfterTimeLimit: 150_000, markInterruptAsFailure: false, endOnFailure: true },
  )
}, 240_000)

test('thirty customers of one kind share a budget: many are told of, the rest is listed as left out', async () => {
  const [one] = fc.sample(customer, { numRuns: 1, seed: 7 })
  const some = {
    ...one!,
    fields: { ...one!.fields, name: 'Acme', owner: 'priya', type: undefined },
    deals: [{ name: 'Watch', stage: 'discovery', amount: 9_000, owner: 'priya' }],
  } as typeof one & object
  const root = treeOf(Array.from({ length: 30 }, () => some))
  for (const input of inputs) {
    const { text, items, leftOut, tokens } = await build(root, { ...input, budget: 2_000 })
    expect(tokens).toBeGreaterThan(1_750)
    const named = new Set([...text.matchAll(/customers\/(c\d+)\//g)].map(([, slug]) => slug))
    expect(named.size).toBeGreaterThan(4)
    const paths = new Set(leftOut.map(({ path }) => path))
    for (const { path, detail } of items) if (detail === 'none') expect(paths, path).toContain(path)
  }
}, 60_000)
