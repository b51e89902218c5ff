import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ask } from '../../src/actions/ask.ts'
import customerContext from '../../src/actions/customer-context.ts'
import { openSession } from '../../src/session/open.ts'
import { beganAt } from './history.ts'
import { gitEnv } from './workspace.ts'

/** A file of front matter and text. */
export const sheet = (fields: string, body = '') => `---\n${fields}\n---\n${body}`

/** The day on which everything is saved, unless a test says otherwise. */
export const today = '2026-11-20T13:00:00Z'

export const deal = 'customers/acme/deals/pilot.md'
export const call = 'customers/acme/activities/2026-11-17-1000-call-pricing-aaaa.md'

/** Two customers, of whom one belongs to a group that shares its files; committed at an hour. */
export const accounts = (more: Record<string, string> = {}, began = '2026-11-01T10:00:00Z') =>
  beganAt(began, {
    '.gitignore': '.dossier/\ncustomers/*/documents/context/\n',
    'workspace-setup/workspace.yaml': 'name: Orbit\ncurrency: EUR\n',
    'workspace-setup/people/ada.yaml': 'name: Ada Byron\nemails: [ada@example.test]\n',
    'customers/workflows/lead-to-close.yaml': 'about: deal\nstages:\n  - { id: lead }\n  - { id: won, outcome: won }\n',
    'sales-toolkit/battlecards/gridsight.md': '# Gridsight\n\nOpen core.\n',
    'customers/acme/customer.md': sheet('name: Acme\nowner: ada\nparent: group', '\nThey buy through the CFO.\n'),
    'customers/acme/contacts/jo.md': sheet('name: Jo Park\ntitle: CFO'),
    [deal]: sheet('name: Pilot\nstage: lead\namount: 100\nowner: ada\nnext_step: Call Jo\nnext_step_date: 2026-11-21'),
    [call]: sheet(
      'type: call\ndate: 2026-11-17\nsubject: Pricing\nby: ada\nparticipants: [jo]',
      'They want it in March.\nThe weather is fine.\n',
    ),
    'customers/globex/customer.md': sheet('name: Globex\nowner: ada'),
    'customers/group/customer.md': sheet('name: Group\nowner: ada\nshare: group', '\nThe group signs itself.\n'),
    ...more,
  })

export const sessionAt = (root: string, now = today) => openSession({ cwd: root, env: { ...gitEnv, DOSSIER_NOW: now } })

/** Saves the context of a customer. */
export const saveContext = (root: string, customer: string, input: object = {}, now = today) =>
  ask(customerContext, { customer, save: true, ...input }, sessionAt(root, now))

export const packOf = (customer: string, tier = 'compact') => `customers/${customer}/documents/context/${tier}.md`
export const read = (root: string, path: string) => readFileSync(join(root, path), 'utf8')
export const write = (root: string, path: string, text: string) => writeFileSync(join(root, path), text)
export const change = (root: string, path: string, from: string, to: string) =>
  write(root, path, read(root, path).replace(from, to))
export const remove = (root: string, path: string) => rmSync(join(root, path))

/** All that lies in the folders of saved contexts: its bytes, and when it was written. */
export const lying = (root: string) =>
  Object.fromEntries(
    ['acme', 'globex', 'group'].flatMap((customer) => {
      const folder = join(root, 'customers', customer, 'documents/context')
      const names = existsSync(folder) ? readdirSync(folder) : []
      return names.map((name) => {
        const { mtimeNs, ino } = statSync(join(folder, name), { bigint: true })
        return [`${customer}/${name}`, `${ino} ${mtimeNs} ${readFileSync(join(folder, name), 'utf8')}`]
      })
    }),
  )
