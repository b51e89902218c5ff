import { TODAY } from '../generate.ts'
import { type Chance, openChance } from './chance.ts'
import { type Kept, openComposer, slug } from './compose.ts'
import type { Fact, Spot } from './fact.ts'
import { sayDay } from './fill.ts'
import { findLine } from './find-line.ts'
import { type Half, type Kind, kinds, readPhrasings, readTalk, type Talk } from './parts.ts'
import { planStatements, type Statement } from './plan-statements.ts'

/** An account: its files by path, and what is planted in them. */
export type Account = { slug: string; today: string; files: Map<string, string>; facts: Fact[] }

const DAY = 86_400_000
const span = 1095
const types = ['email', 'email', 'email', 'email', 'call', 'call', 'meeting', 'meeting', 'chat', 'note']
const importance: Record<Kind, number> = { decision: 3, number: 3, date: 3, role: 2, objection: 2 }

/** The account of a half and a seed: three years of `many` activities that hold 200 facts, 100 of them replaced by later ones. */
export function generateAccount(half: Half, seed: number, many = 2000): Account {
  const chance = openChance(seed * 7919 + (half === 'a' ? 1 : 2))
  const [phrasings, talk] = [readPhrasings(half), readTalk(half)]
  const statements = planStatements(phrasings, talk, chance, { last: TODAY, span })
  const subjects = kinds.flatMap((kind) => phrasings[kind].subjects.flatMap(({ names }) => names))
  const written = writeActivities(talk, chance, { statements, subjects, many })
  const account = talk.customer.slug
  const files = new Map(around(talk, chance))
  const names = new Set<string>()
  const spots = new Map<Statement, { sentence: string; spots: Spot[] }>()
  for (const one of written) {
    const path = `customers/${account}/activities/${nameOf(one, talk, chance, names)}.md`
    const text = `${frontOf(one, talk, chance)}\n${one.body}\n`
    files.set(path, text)
    for (const { statement, sentence } of one.facts) {
      const line = findLine(text, sentence)
      const known = spots.get(statement) ?? { sentence, spots: [] }
      if (line !== undefined) known.spots.push({ path, line })
      spots.set(statement, known)
    }
  }
  const facts = statements.map((statement): Fact => {
    const { kind, subject, day } = statement
    return { kind, subject, importance: importance[kind], day: sayDay(day, 'iso'), ...spots.get(statement)!, later: [] }
  })
  for (const [at, fact] of facts.entries()) fact.later = facts.slice(at + 1).filter(({ subject }) => subject === fact.subject)
  return { slug: account, today: sayDay(TODAY, 'iso'), files, facts }
}

type Writing = { statements: readonly Statement[]; subjects: readonly string[]; many: number }

/** Activities on random days, oldest first; a statement stands in one of its day, or of the next day that has one. */
function writeActivities(talk: Talk, chance: Chance, { statements, subjects, many }: Writing): Kept[] {
  const write = openComposer(talk, chance, subjects)
  const times = Array.from({ length: many }, () => {
    const day = workday(TODAY - chance.between(1, span) * DAY)
    return day + chance.between(8, 17) * 3_600_000 + chance.pick([0, 15, 30, 45]) * 60_000
  }).sort((a, b) => a - b)
  const own = Map.groupBy(statements, ({ day }) => {
    const from = times.findIndex((time) => time >= day)
    return from < 0 ? many - 1 : Math.min(many - 1, from + chance.below(2))
  })
  const mails: Kept[] = []
  return times.map((time, n) => {
    const type = chance.pick(types)
    const last = mails.at(-1)
    const answers = type === 'email' && last && time - last.time < 12 * DAY && chance.is(0.45)
    const kept = write(type, time, own.get(n) ?? [], answers ? last : undefined)
    if (type === 'email') mails.push(kept)
    return kept
  })
}

/** The day itself, or the Friday before. */
const workday = (day: number) => day - [2, 0, 0, 0, 0, 0, 1][new Date(day).getUTCDay()]! * DAY

function nameOf({ type, time }: Kept, talk: Talk, chance: Chance, names: Set<string>): string {
  for (;;) {
    const at = new Date(time).toISOString()
    const ending = Array.from({ length: 4 }, () => chance.pick('abcdefghijkmnopqrstuvwxyz23456789'.split(''))).join('')
    const name = `${at.slice(0, 10)}-${at.slice(11, 16).replace(':', '')}-${type}-${slug(chance.pick(talk.topics))}-${ending}`
    if (names.has(name)) continue
    names.add(name)
    return name
  }
}

function frontOf({ type, time, from, to }: Kept, talk: Talk, chance: Chance): string {
  const { contacts, ours } = talk.people
  const isTheirs = contacts.includes(from)
  const [them, us] = isTheirs ? [from, to] : [to, from]
  const others = chance.is(0.25) ? [chance.pick(contacts.filter((name) => name !== them))] : []
  const lines = [
    `type: ${type}`,
    `date: ${new Date(time).toISOString().slice(0, 16)}Z`,
    `subject: ${chance.pick(talk.topics)}`,
    ...(type === 'email' ? [`direction: ${isTheirs ? 'inbound' : 'outbound'}`] : []),
    `by: ${slug(us)}`,
    `participants: [${[them, ...others].map(slug).join(', ')}]`,
    ...(chance.is(0.4) ? [`deal: ${chance.pick(['expansion', 'renewal', 'first-order'])}`] : []),
    ...(chance.is(0.3) ? [`sentiment: ${chance.pick(['positive', 'neutral', 'negative'])}`] : []),
  ]
  if (!ours.includes(us)) throw new Error(`${us} is none of us.`)
  return `---\n${lines.join('\n')}\n---\n`
}

/** The files around the activities: customer, contacts, deals, tasks, people of ours. */
function around({ customer, people }: Talk, chance: Chance): [path: string, text: string][] {
  const folder = `customers/${customer.slug}`
  const owner = slug(people.ours[0]!)
  const file = (fields: string, body: string) => `---\n${fields}\n---\n\n${body}\n`
  const deal = (name: string, fields: string, body: string): [string, string] => [
    `${folder}/deals/${slug(name)}.md`,
    file(`name: ${name}\nowner: ${owner}\ncurrency: EUR\nprimary_contact: ${slug(people.contacts[1]!)}\n${fields}`, body),
  ]
  return [
    ['workspace-setup/workspace.yaml', 'name: Orbit\ncurrency: EUR\ntimezone: UTC\nown_domains: [orbit.test]\n'],
    ...people.ours.map((name): [string, string] => [
      `workspace-setup/people/${slug(name)}.yaml`,
      `name: ${name}\nemails: [${slug(name)}@orbit.test]\nrole: ae\ntimezone: UTC\n`,
    ]),
    [
      `${folder}/customer.md`,
      file(
        `name: ${customer.name}\ndomain: ${customer.slug}.example\ntype: customer\nowner: ${owner}\nsegment: enterprise\nindustry: ${customer.industry}\nemployees: ${customer.employees}\nlocation: ${customer.location}\ntags: [priority]`,
        `# ${customer.name}\n\nA customer since the first pilot. They like short mails, and a call when it is urgent.\n\n- [ ] Send the invitation for the yearly review @${owner} due:2026-12-04\n- [ ] Ask who joins from finance @${owner} due:2026-11-27`,
      ),
    ],
    ...people.contacts.map((name, n): [string, string] => [
      `${folder}/contacts/${slug(name)}.md`,
      file(
        `name: ${name}\nemail: ${slug(name)}@${customer.slug}.example\nphone: "+311055500${chance.between(10, 99)}"\ntitle: ${people.titles[n]}\nrole: ${people.roles[n]}\nstatus: active`,
        'Prefers mornings, and answers the same day.',
      ),
    ]),
    deal(
      'Expansion',
      'stage: negotiation\namount: 240000\nclose_date: 2026-12-18\ntype: upsell\nnext_step: Walk through the redlines\nnext_step_date: 2026-11-26',
      'All plants on one contract.',
    ),
    deal(
      'Renewal',
      'stage: business-case\namount: 130000\nclose_date: 2027-03-31\ntype: renewal\nnext_step: Book the yearly review',
      'The contract of the first plants.',
    ),
    deal('First order', 'stage: closed-won\namount: 60000\nclose_date: 2024-03-29\ntype: new-business', 'How it began.'),
  ]
}
