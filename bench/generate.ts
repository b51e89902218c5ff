import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import { join } from 'node:path'
import * as say from './words.ts'

/** Raised when the files change, so that an older workspace in the cache is not taken for this one. */
const VERSION = 2
export const TODAY = Date.UTC(2026, 10, 20)
const DAY = 86_400_000

/** Mulberry32: the same numbers from the same seed, everywhere. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10)

const slugOf = (person: { name: string; i: number }) => `${person.name.toLowerCase().replace(' ', '-')}-${person.i + 1}`

/** One customer's six files, from its number alone. */
function customerFiles(n: number): Record<string, string> {
  const chance = seeded(n + 1)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!
  const before = (days: number) => dayOf(TODAY - Math.floor(chance() * days) * DAY)
  const name = `${pick(say.firsts)} ${pick(say.trades)} ${n}`
  const slug = name.toLowerCase().replace('ü', 'ue').replaceAll(' ', '-')
  const folder = `customers/${slug}`
  const owner = pick(say.owners)
  const people = [0, 1].map((i) => ({
    name: `${pick(say.people)} ${pick(say.families)}`,
    role: i === 0 ? 'champion' : 'economic-buyer',
    i,
  }))

  const customer = `---
name: ${name}
domain: ${slug}.example
type: ${pick(say.types)}
owner: ${owner}
segment: ${pick(say.segments)}
industry: ${pick(say.trades).toLowerCase()}
employees: ${10 + Math.floor(chance() * 5000)}
location: ${pick(say.places)}
tags: [${pick(say.tags)}]
---
${pick(say.notes)} ${pick(say.notes)}
`
  const contacts = people.map((person) => [
    `${folder}/contacts/${slugOf(person)}.md`,
    `---
name: ${person.name}
email: ${slugOf(person)}@${slug}.example
phone: "+1212555${String(n % 10_000).padStart(4, '0')}"
title: ${pick(say.titles)}
role: ${person.role}
status: active
---
${pick(say.notes)}
`,
  ])
  const deal = `---
name: ${name} renewal
owner: ${owner}
amount: ${1000 + Math.floor(chance() * 250) * 1000}
currency: ${pick(say.currencies)}
stage: ${pick(say.stages)}
close_date: ${dayOf(TODAY + Math.floor(chance() * 180) * DAY)}
type: renewal
next_step: ${pick(say.steps)}
primary_contact: ${slugOf(people[0]!)}
---
${pick(say.notes)}
`
  const activities = people.map((person) => {
    const [day, hour, type, topic] = [before(400), `${9 + person.i * 4}`.padStart(2, '0'), pick(say.touches), pick(say.topics)]
    const ending = Math.floor(chance() * 1_679_616)
      .toString(36)
      .padStart(4, '0')
    return [
      `${folder}/activities/${day}-${hour}00-${type}-${topic}-${ending}.md`,
      `---
type: ${type}
date: ${day}T${hour}:00:00Z
subject: ${topic}
direction: ${pick(['inbound', 'outbound'])}
by: ${owner}
participants: [${slugOf(person)}]
deal: renewal
sentiment: ${pick(['positive', 'neutral', 'negative'])}
---
${pick(say.notes)} ${pick(say.notes)}

- [${pick([' ', 'x'])}] ${pick(say.steps)} @${owner} due:${dayOf(TODAY + Math.floor(chance() * 60 - 30) * DAY)}
`,
    ]
  })
  return Object.fromEntries([
    [`${folder}/customer.md`, customer],
    ...contacts,
    [`${folder}/deals/renewal.md`, deal],
    ...activities,
  ])
}

/** A workspace of `n` customers in one commit; made once, then found in the temporary folder. */
export function generate(n: number): string {
  const root = join(tmpdir(), `dossier-bench-v${VERSION}-${n}`)
  if (existsSync(root)) return root
  const half = `${root}.${process.pid}`
  rmSync(half, { recursive: true, force: true })
  const write = (path: string, text: string) => writeFileSync(join(half, path), text)
  mkdirSync(join(half, 'workspace-setup'), { recursive: true })
  write('workspace-setup/workspace.yaml', 'name: Bench\ncurrency: EUR\ntimezone: UTC\n')
  cpSync(join(import.meta.dirname, '..', 'customers', 'workflows'), join(half, 'customers', 'workflows'), { recursive: true })
  write('.gitattributes', '* -text\n')
  write('.gitignore', '.dossier/\n')
  mkdirSync(join(half, 'workspace-setup', 'people'))
  for (const person of say.owners)
    write(`workspace-setup/people/${person}.yaml`, `name: ${person}\nemails: [${person}@example.test]\nrole: ae\ntimezone: UTC\n`)
  for (let i = 0; i < n; i++) {
    const files = Object.entries(customerFiles(i))
    const folder = files[0]![0].replace(/customer\.md$/, '')
    for (const part of ['contacts', 'deals', 'activities']) mkdirSync(join(half, folder, part), { recursive: true })
    for (const [path, text] of files) write(path, text)
  }
  const when = '2026-11-20T00:00:00Z'
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_DATE: when,
    GIT_COMMITTER_DATE: when,
  }
  const git = (...args: string[]) => execFileSync('git', args, { cwd: half, env, stdio: 'ignore' })
  git('init', '--initial-branch=main')
  git('config', 'user.name', 'Ada')
  git('config', 'user.email', 'ada@example.test')
  git('config', 'gc.auto', '0')
  git('add', '--all')
  git('commit', '--quiet', '--message=Begin')
  git('gc', '--quiet')
  renameSync(half, root)
  return root
}
