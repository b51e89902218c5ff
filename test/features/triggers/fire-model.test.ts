import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { perform } from '../../../src/actions/perform.ts'
import triggerRun from '../../../src/actions/trigger-run.ts'
import { addDays, daysBetween } from '../../../src/records/days/calendar.ts'
import { openSession } from '../../../src/session/open.ts'
import { textOf } from '../../helpers/act.ts'
import { folder, git, gitEnv, workspace } from '../../helpers/workspace.ts'

type Name = 'big' | 'late' | 'said'
type Length = { for: number; again: number }
/** A deal as the model knows it: without a file, or with one that cannot be read. */
type Deal = { amount: number; close: string; isBroken: boolean } | undefined
type Op =
  | { do: 'deal'; n: number; amount: number; close: number }
  | { do: 'break' | 'remove'; n: number }
  | { do: 'mail'; n: number; says: boolean }
  | { do: 'status'; pick: number; status: string }
  | { do: 'run'; days: number; includeKnown: boolean; twice: boolean }

const first = '2026-11-01'
const slugs = ['alder', 'birch']
const dealPath = (n: number) => `customers/${slugs[n]}/deals/pilot.md`
const mailPath = (n: number, day: string) => `customers/${slugs[n]}/activities/${day}-0900-email-budget-aaaa.md`

/** The simplest thing that does what design.md 8 says, one pair of rule and subject at a time. */
function openModel(lengths: Record<Name, Length>) {
  type Pair = { isKnown: boolean; isOpen: boolean; ended?: string; since?: string; causes: Set<string> }
  const pairs = new Map<string, Pair>()
  const seen = new Set<Name>()
  const judge = (name: Name, subject: string, today: string, since: string | undefined, isNews: boolean, cause?: string) => {
    const key = `${name} ${subject}`
    const pair = pairs.get(key) ?? { isKnown: false, isOpen: false, causes: new Set<string>() }
    pairs.set(key, pair)
    if (since === undefined) {
      if (pair.isOpen) pair.ended = today
      Object.assign(pair, { isKnown: false, isOpen: false, since: undefined })
      return false
    }
    if (pair.isOpen) return false
    if (!isNews && (pair.isKnown || !seen.has(name))) {
      pair.isKnown = true
      return false
    }
    pair.isKnown = false
    if (cause !== undefined && pair.causes.has(cause)) return false
    if (pair.ended && daysBetween(pair.ended, today) < lengths[name].again) return false
    const begun = cause === undefined ? (pair.since ?? today) : since
    if (cause === undefined) pair.since = begun
    if (daysBetween(begun, today) < lengths[name].for) return false
    pair.isOpen = true
    if (cause !== undefined) pair.causes.add(cause)
    return true
  }
  const run = (today: string, deals: readonly Deal[], mails: ReadonlyMap<string, boolean>, includeKnown: boolean) => {
    const fired: string[] = []
    const ask = (name: Name, subject: string, since: string | undefined, cause?: string) =>
      judge(name, subject, today, since, includeKnown, cause) && fired.push(`${name} ${subject}`)
    for (const [n, deal] of deals.entries()) {
      if (deal?.isBroken) continue
      ask('big', dealPath(n), deal && deal.amount > 100 ? today : undefined)
      const since = deal && deal.close < today ? addDays(deal.close, 1) : undefined
      ask('late', dealPath(n), since, since)
    }
    for (const [path, says] of mails) {
      const day = /(\d{4}-\d\d-\d\d)-0900/.exec(path)![1]!
      ask('said', path, says && daysBetween(day, today) <= 7 ? day : undefined, 'its text')
    }
    for (const name of ['big', 'late', 'said'] as const) seen.add(name)
    return fired.sort()
  }
  return { run }
}

const length = fc.record({ for: fc.constantFrom(0, 0, 2), again: fc.constantFrom(0, 1, 2) })
const n = fc.nat(slugs.length - 1)
const op: fc.Arbitrary<Op> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('deal' as const),
      n,
      amount: fc.constantFrom(50, 150, 200),
      close: fc.integer({ min: -3, max: 12 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('break' as const, 'remove' as const), n }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('mail' as const), n, says: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('status' as const),
      pick: fc.nat(9),
      status: fc.constantFrom('acknowledged', 'snoozed', 'resolved'),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('run' as const),
      days: fc.constantFrom(0, 1, 1, 1, 2, 2, 6),
      includeKnown: fc.integer({ max: 5, min: 0 }).map((one) => one === 0),
      twice: fc.boolean(),
    }),
  },
)

const put = (root: string, path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
const ruleText = (name: string, about: string, { for: holds, again }: Length, more: string) =>
  `${name}:\n  about: ${about}\n  ${more}\n${holds ? `  for: ${holds} days\n` : ''}${again ? `  again: ${again} days\n` : ''}  actions: [notify_ae, create_task]\n`
const episodeNames = (root: string) =>
  existsSync(join(root, 'reporting/pulse'))
    ? readdirSync(join(root, 'reporting/pulse'))
        .filter((name) => name.endsWith('.yaml'))
        .sort()
    : []
/** All that the rules wrote; the file of known pairs is named by a commit. */
const written = (root: string) =>
  ['reporting', ...slugs.map((slug) => `customers/${slug}/tasks`)].flatMap((top) =>
    existsSync(join(root, top))
      ? readdirSync(join(root, top), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .sort()
          .map((path) => [path.slice(root.length), readFileSync(path, 'utf8')])
      : [],
  )

test('whatever happens between runs: what the model fires fires, once, and two clones write the same bytes', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({ big: length, late: length, said: length }),
      fc.array(op, { minLength: 12, maxLength: 30 }),
      async (lengths, ops) => {
        const root = workspace({
          'workspace-setup/workspace.yaml': 'name: Orbit\ntimezone: Europe/Berlin\ncommit: manual\n',
          'workspace-setup/people/ada.yaml': 'name: Ada Byron\nemails: [ada@example.test]\n',
          'workspace-setup/triggers/rules.yaml': [
            ruleText('big', 'deal', lengths.big, 'conditions: [amount > 100]'),
            ruleText('late', 'deal', lengths.late, 'conditions: [close_date < today]'),
            ruleText('said', 'activity', lengths.said, 'keywords: [budget approved]'),
          ].join('\n'),
          ...Object.fromEntries(slugs.map((slug) => [`customers/${slug}/customer.md`, `---\nname: ${slug}\nowner: ada\n---\n`])),
        })
        const model = openModel(lengths)
        const deals: Deal[] = slugs.map(() => undefined)
        const mails = new Map<string, boolean>()
        let today = first
        const go = (at: string, includeKnown = false) =>
          perform(
            triggerRun,
            { 'include-known': includeKnown },
            openSession({ cwd: at, env: { ...gitEnv, DOSSIER_NOW: `${today}T12:00:00Z` } }),
          )
        for (const one of ops) {
          if (one.do === 'deal') {
            const close = addDays(first, one.close)
            deals[one.n] = { amount: one.amount, close, isBroken: false }
            put(root, dealPath(one.n), `---\nname: Pilot\nstage: lead\namount: ${one.amount}\nclose_date: ${close}\n---\n`)
          } else if (one.do === 'break' && deals[one.n]) {
            deals[one.n]!.isBroken = true
            put(root, dealPath(one.n), '---\nname: [Pilot\n---\n')
          } else if (one.do === 'remove') {
            deals[one.n] = undefined
            rmSync(join(root, dealPath(one.n)), { force: true })
          } else if (one.do === 'mail') {
            const path = mailPath(one.n, today)
            mails.set(path, one.says)
            const said = one.says ? 'The budget is approved.' : 'No budget approved yet.'
            put(root, path, `---\ntype: email\ndirection: inbound\ndate: ${today}T09:00\nsubject: Hello\n---\n${said}\n`)
          } else if (one.do === 'status') {
            const names = episodeNames(root).filter((name) =>
              /^status: (?:open|acknowledged|snoozed)$/m.test(textOf(root, `reporting/pulse/${name}`)),
            )
            const name = names[one.pick % (names.length || 1)]
            if (!name) continue
            const path = `reporting/pulse/${name}`
            put(root, path, textOf(root, path).replace(/^status: .*$/m, `status: ${one.status}`))
          } else if (one.do === 'run') {
            today = addDays(today, one.days)
            const clone = one.twice ? `${folder()}/clone` : undefined
            if (clone) cpSync(root, clone, { recursive: true })
            const wanted = model.run(today, deals, mails, one.includeKnown)
            const [answer, again] = await Promise.all([go(root, one.includeKnown), ...(one.twice ? [go(root)] : [])])
            const fired = [...answer.fired, ...(again?.fired ?? [])].map(({ rule, subject }) => `${rule} ${subject}`)
            expect(fired.sort()).toEqual(wanted)
            if (!clone) continue
            const before = written(root)
            expect(await go(root)).toMatchObject({ unchanged: true, fired: [], ended: [], due: [], waiting: [] })
            expect(written(root)).toEqual(before)
            await go(clone, one.includeKnown)
            expect(written(clone)).toEqual(before)
          }
        }
        expect(git(root, 'log', '--oneline').split('\n')).toHaveLength(2)
      },
    ),
    { numRuns: Number(process.env['FIRE_RUNS'] ?? 12), endOnFailure: process.env['FIRE_RUNS'] !== undefined },
  )
})
