/** A small team, a workflow of deals, two customers with contacts, deals and a call. */
export const tree: Record<string, string> = {
  'workspace-setup/workspace.yaml': 'name: Ours\ncurrency: EUR\ntimezone: Europe/Berlin\nown_domains: [ours.test]\n',
  'workspace-setup/people/ada.yaml': 'name: Ada Byron\nrole: ae\nteam: sales\nemails: [ada@ours.test]\naliases: [ab]\n',
  'workspace-setup/people/ben.yaml': 'name: Ben Okri\nmanager: ada\n',
  'customers/workflows/lead-to-close.yaml': `name: Lead to close
about: deal
stages:
  - id: lead
  - id: discovery
    name: Discovery call
    probability: 0.2
    require: [amount != null]
    advise: [next_step != null]
  - { id: won, outcome: won, probability: 1 }
`,
  'customers/workflows/customer-journey.yaml': 'about: customer\nstages: [{ id: onboarding }, { id: success }]\n',
  'customers/acme/customer.md':
    '---\nname: Acme\ntype: customer\nowner: ada\nstage: onboarding\ntags: [robots, big]\n---\n# Notes\n\nKnows [[globex]].\n\n- [ ] Call Jo @ada due:2026-12-01 !high\n',
  'customers/acme/contacts/jo-park.md': '---\nname: Jo Park\ntitle: Head of Data\nemail: jo@acme.test\nrole: champion\n---\n',
  'customers/acme/contacts/lee-chan.md': '---\nname: Lee Chan\nreports_to: jo-park\n---\n',
  'customers/acme/deals/pilot.md':
    '---\nname: Pilot\nowner: ada\namount: 24000\nstage: discovery\nprimary_contact: jo-park\npeople:\n  - { contact: jo-park, role: champion }\nmeddpicc:\n  champion: jo-park\ntags: [robots]\n---\nAsk [[acme/jo-park]] and `[[acme/jo-park]]`.\n',
  'customers/acme/activities/2026-11-02-1000-call-pricing-k3f9.md':
    '---\ntype: call\ndate: 2026-11-02\nsubject: Pricing\nby: ada\nparticipants: [jo-park, jo@acme.test]\ndeal: pilot\n---\n',
  'customers/globex/customer.md': '---\nname: Globex\nparent: acme\nowner: ben\n---\n',
  'customers/globex/deals/big.md':
    '---\nname: Big\nowner: ben\namount: 1000\ncurrency: USD\nstage: lead\nprimary_contact: acme/jo-park\n---\n',
}
