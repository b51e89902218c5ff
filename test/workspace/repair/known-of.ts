import { type Given, type MendKnown, openKnown } from '../../../src/workspace/repair/known.ts'
import { openPhones } from '../../../src/workspace/repair/values/open-phones.ts'

const workflow = `about: deal
stages:
  - { id: lead, name: Lead }
  - { id: technical-validation, name: Technical Validation }
  - { id: closed-won, name: Won at last, outcome: won }
`

/** A few people, customers and stages for texts to be held against. */
export const there: Record<string, string> = {
  'workspace-setup/people/ada.yaml': 'name: Ada Byron\naliases: [AB, Boss]\nemails: [ada@orbit.test]\n',
  'workspace-setup/people/bo.yaml': 'name: Bo Li\naliases: [Boss]\n',
  'customers/workflows/lead-to-close.yaml': workflow,
  'customers/acme/customer.md': '---\nname: Acme\nlocation: Berlin, DE\n---\n',
  'customers/acme/contacts/jo-park.md': '---\nname: Jo Park\nemail: jo@acme.test\n---\n',
  'customers/acme/deals/rollout.md': '---\nname: Rollout\n---\n',
  'customers/globex/customer.md': '---\nname: Globex\n---\n',
  'customers/globex/contacts/sam-lee.md': '---\nname: Sam Lee\n---\n',
  'customers/initech/customer.md': '---\nname: Initech\n---\n',
  'customers/old-acme/customer.md': '---\nredirect: ../acme/customer.md\n---\n',
}

const phone = await openPhones()

/** What mends are held against: these files, and more. */
export function knownOf(more: Record<string, string> = {}, given: Partial<Given> = {}): MendKnown {
  const files = { ...there, ...more }
  const tree = {
    paths: () => Object.keys(files).sort(),
    has: (path: string) => path in files,
    text: (path: string) => files[path],
  }
  return openKnown(tree, { team: undefined, currency: 'EUR', phone, ...given })
}
