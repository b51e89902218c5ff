import fc from 'fast-check'
import { expect, test } from 'vitest'
import activityList from '../../src/actions/activity-list.ts'
import { ask } from '../../src/actions/ask.ts'
import contactList from '../../src/actions/contact-list.ts'
import customerList from '../../src/actions/customer-list.ts'
import customerShow from '../../src/actions/customer-show.ts'
import dealList from '../../src/actions/deal-list.ts'
import pipeline from '../../src/actions/pipeline.ts'
import taskList from '../../src/actions/task-list.ts'
import { lookBack } from '../../src/session/look-back.ts'
import { openSession } from '../../src/session/open.ts'
import { beganAt, commitAt, head } from '../helpers/history.ts'
import { gitEnv } from '../helpers/workspace.ts'

const sheet = (fields: object, body = '') =>
  `---\n${Object.entries(fields)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('')}---\n${body}`
const slugs = ['acme', 'globex', 'initech']
const hourOf = (n: number) => new Date(Date.UTC(2026, 9, 1 + n, 10)).toISOString()

/** What a person may do to a tree, by their own editor. */
const edit = fc.oneof(
  fc.record({
    path: fc.constantFrom(...slugs).map((slug) => `customers/${slug}/customer.md`),
    text: fc.constantFrom('Acme', 'Globex', 'Zed').map((name) => sheet({ name })),
  }),
  fc.record({
    path: fc
      .tuple(fc.constantFrom(...slugs), fc.constantFrom('one', 'two'))
      .map(([slug, deal]) => `customers/${slug}/deals/${deal}.md`),
    text: fc.option(
      fc
        .tuple(fc.constantFrom('lead', 'won', 'lost'), fc.nat(1000), fc.boolean())
        .map(([stage, amount, done]) =>
          sheet(
            { name: 'Deal', stage, amount, currency: 'EUR', ...(stage !== 'lead' && { close_date: '2026-10-03' }) },
            `- [${done ? 'x' : ' '}] Call them @ada\n`,
          ),
        ),
    ),
  }),
  fc.record({
    path: fc.constantFrom(...slugs).map((slug) => `customers/${slug}/contacts/jo.md`),
    text: fc.constantFrom(null, sheet({ name: 'Jo' }), 'broken: [', sheet({ name: '[' })),
  }),
  fc.record({
    path: fc.constantFrom(...slugs).map((slug) => `customers/${slug}/activities/2026-10-01-1000-call-hello-aaaa.md`),
    text: fc.constant(sheet({ type: 'call', date: '2026-10-01T10:00Z', subject: 'Hello' })),
  }),
)

/** What the lists and figures say; problems too, for what cannot be read is said in the past as well. */
async function answers(root: string, now: string, asOf?: string) {
  const open = () =>
    openSession({
      cwd: root,
      env: { ...gitEnv, DOSSIER_ME: 'ada', DOSSIER_NOW: now },
      ...(asOf !== undefined && { asOf: lookBack(asOf) }),
    })
  return JSON.stringify([
    await ask(customerList, {}, open()),
    await ask(dealList, {}, open()),
    await ask(contactList, {}, open()),
    await ask(activityList, {}, open()),
    await ask(taskList, { all: true }, open()),
    await ask(pipeline, {}, open()),
    await ask(customerShow, { customer: 'acme' }, open()),
  ])
}

test('whatever was edited: as of a commit, everything is told as it was told then', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }), async (steps) => {
      const root = beganAt(hourOf(0), {
        'customers/acme/customer.md': sheet({ name: 'Acme' }),
        'customers/workflows/lead-to-close.yaml':
          'about: deal\nstages:\n  - { id: lead }\n  - { id: won, outcome: won }\n  - { id: lost, outcome: lost }\n',
      })
      const told = [{ commit: head(root), now: hourOf(0), said: await answers(root, hourOf(0)) }]
      for (const [n, edits] of steps.entries()) {
        const files: Record<string, string | null> = {}
        for (const { path, text } of edits) if (text !== null || files[path] || told[n]!.said.includes(path)) files[path] = text
        for (const [path, text] of Object.entries(files)) if (text === null && !told[n]!.said.includes(path)) delete files[path]
        const commit = commitAt(root, hourOf(n + 1), files)
        told.push({ commit, now: hourOf(n + 1), said: await answers(root, hourOf(n + 1)) })
      }
      for (const { commit, now, said } of told) {
        expect(await answers(root, '2026-11-21T10:00:00Z', commit)).toBe(said)
        expect(await answers(root, '2026-11-21T10:00:00Z', now)).toBe(said)
      }
    }),
    { numRuns: 6 },
  )
})
