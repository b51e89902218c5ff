import { expect } from 'vitest'
import { ask } from '../../../src/actions/ask.ts'
import check from '../../../src/actions/check.ts'
import { usualSeverity } from '../../../src/records/problem-codes.ts'
import { openSession } from '../../../src/session/open.ts'
import { workspace } from '../../helpers/workspace.ts'

/** A workspace in which nothing is wrong: two people, two workflows, a customer with a contact and a deal. */
export const sound: Record<string, string> = {
  'workspace-setup/workspace.yaml': 'name: Ours\ntimezone: Europe/Berlin\n',
  'workspace-setup/people/ada.yaml': 'name: Ada Byron\nemails: [ada@ours.test]\naliases: [ab]\n',
  'workspace-setup/people/ben.yaml': 'name: Ben\nmanager: ada\n',
  'customers/workflows/lead-to-close.yaml': `about: deal
stages:
  - id: lead
  - id: discovery
    name: Discovery call
    require: [amount != null]
  - { id: won, outcome: won }
`,
  'customers/workflows/customer-journey.yaml': 'about: customer\nstages: [{ id: onboarding }]\n',
  'customers/acme/customer.md': '---\nname: Acme\nowner: ada\ndomain: acme.com\nstage: onboarding\n---\nNotes.\n',
  'customers/acme/contacts/jo-park.md': '---\nname: Jo Park\nemail: jo@acme.com\n---\n',
  'customers/acme/deals/pilot.md': '---\nname: Pilot\nstage: lead\nprimary_contact: jo-park\nnext_step: Call\n---\n',
  'customers/acme/activities/2026-11-02-1000-call-pricing-k3f9.md':
    '---\ntype: call\ndate: 2026-11-02\nsubject: Pricing\nby: ada\nparticipants: [jo-park]\ndeal: pilot\n---\n',
}

/** Checks the workspace at `root` on a fixed day. */
export const checkAt = (root: string, ...path: string[]) =>
  ask(check, { path }, openSession({ cwd: root, env: { ...process.env, DOSSIER_NOW: '2026-11-20T09:00:00Z' } }))

/** Deals of tests about something else need no next step. */
const calm = { 'workspace-setup/processes/checks.yaml': 'next-step-missing: off\n' }

/** What the check says of the sound workspace with these files put over it, a line a problem; `own`: severities are not the usual ones. */
export async function saidOf(files: Record<string, string | Uint8Array>, { own = false } = {}): Promise<string[]> {
  const { problems } = await checkAt(workspace({ ...sound, ...calm, ...files }))
  for (const { code, severity } of own ? [] : problems) expect([code, severity]).toEqual([code, usualSeverity(code!)])
  return problems.map(({ path, line, column, severity, message, expected }) =>
    [`${path}:${line}:${column} ${severity} ${message}`, ...(expected ? [`(${expected})`] : [])].join(' '),
  )
}

/** The same in short: the code and the place of each problem. */
export async function codesOf(files: Record<string, string | Uint8Array>): Promise<string[]> {
  const { problems } = await checkAt(workspace({ ...sound, ...files }))
  return problems.map(({ code, path, line, column }) => `${code} ${path}:${line}:${column}`)
}
