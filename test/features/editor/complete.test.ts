import { describe, expect, test } from 'vitest'
import { complete } from '../../../src/features/editor/complete/complete.ts'
import type { Suggestion } from '../../../src/features/editor/complete/suggestion.ts'
import { schemaOf } from '../../../src/records/schema/schema-of.ts'
import { pointed, sharedView, viewOf } from './pointed.ts'

const deal = 'customers/acme/deals/new.md'
const rule = 'workspace-setup/triggers/x.yaml'

const shared = sharedView()

async function offered(path: string, marked: string, files?: Record<string, string>) {
  const { page, at } = pointed(path, marked)
  const { suggestions } = await complete(files ? viewOf(files) : shared(), page, at)
  return { suggestions, text: page.text }
}

const labels = (suggestions: readonly Suggestion[]) => suggestions.map(({ label }) => label)
const taken = (text: string, { from, to, put }: Suggestion) => text.slice(0, from) + put + text.slice(to)

/** What is offered first, all of it unless it ends in `…`, and what the text becomes by the first. */
const cases: [said: string, path: string, text: string, offers: string, becomes?: string][] = [
  ['keys that are not there yet', deal, '---\nname: A\ns‸\n---\n', 'owner amount currency …', '---\nname: A\nowner: \n---\n'],
  [
    'keys inside',
    deal,
    '---\nmeddpicc:\n  c‸\n---\n',
    'metrics economic_buyer decision_criteria …',
    '---\nmeddpicc:\n  metrics: \n---\n',
  ],
  ['keys of an item', deal, '---\npeople:\n  - ‸\n---\n', 'contact role', '---\npeople:\n  - contact: \n---\n'],
  ['keys behind a dash alone', deal, '---\npeople:\n  -‸\n---\n', 'contact role', '---\npeople:\n  - contact: \n---\n'],
  ['a key of an item that is there already is not offered', deal, '---\npeople:\n  - contact: jo\n    ‸\n---\n', 'role'],
  ['an item below its key', deal, '---\npeople:\n  ‸\n---\n', 'contact role', '---\npeople:\n  - contact: \n---\n'],
  ['a key that holds keys goes on below', deal, '---\nname: A\ncontr‸act\n---\n', 'owner amount …'],
  ['stages of the workflow', deal, '---\nstage:‸\n---\n', 'lead discovery won', '---\nstage: lead\n---\n'],
  [
    'stages of customers',
    'customers/new/customer.md',
    '---\nstage: ‸\n---\n',
    'onboarding success',
    '---\nstage: onboarding\n---\n',
  ],
  ['workflows about deals', deal, '---\nworkflow: ‸\n---\n', 'lead-to-close'],
  ['people', deal, '---\nowner: a‸\n---\n', 'ada ben', '---\nowner: ada\n---\n'],
  ['people in quotes', deal, '---\nowner: "a‸"\n---\n', 'ada ben', '---\nowner: "ada"\n---\n'],
  ['customers', 'customers/acme/customer.md', '---\nparent: ‸\n---\n', 'acme globex'],
  ['contacts of the customer', deal, '---\nprimary_contact: ‸\n---\n', 'jo-park lee-chan'],
  [
    'contacts behind a key of MEDDPICC',
    deal,
    '---\nmeddpicc:\n  champion: j‸\n---\n',
    'jo-park lee-chan',
    '---\nmeddpicc:\n  champion: jo-park\n---\n',
  ],
  ['deals of the customer', 'customers/acme/activities/x.md', '---\ndeal: ‸\n---\n', 'pilot'],
  [
    'who took part',
    'customers/acme/activities/x.md',
    '---\nparticipants: [‸]\n---\n',
    'jo-park lee-chan ada ben',
    '---\nparticipants: [jo-park]\n---\n',
  ],
  [
    'the first of a list gets its brackets',
    'customers/acme/activities/x.md',
    '---\nparticipants: j‸\n---\n',
    'jo-park …',
    '---\nparticipants: [jo-park]\n---\n',
  ],
  ['choices', deal, '---\ntype: ‸\n---\n', 'new-business renewal upsell cross-sell downsell'],
  [
    'choices in braces',
    deal,
    '---\npeople: [{ contact: jo, role:‸ }]\n---\n',
    'champion economic-buyer …',
    '---\npeople: [{ contact: jo, role: champion }]\n---\n',
  ],
  ['true and false', deal, '---\ncontract:\n  auto_renew: ‸\n---\n', 'true false'],
  ['days', deal, '---\nclose_date: ‸\n---\n', 'today tomorrow mon …', '---\nclose_date: 2026-11-20\n---\n'],
  ['a day in words', deal, '---\nclose_date: in 3 weeks‸\n---\n', 'in 3 weeks …', '---\nclose_date: 2026-12-11\n---\n'],
  ['tags in use, the most used first', deal, '---\ntags: [‸]\n---\n', 'robots big', '---\ntags: [robots]\n---\n'],
  ['currencies in use', deal, '---\ncurrency: ‸\n---\n', 'USD EUR'],
  ['customers in a link', deal, '---\nname: A\n---\nSee [[‸\n', 'acme globex', '---\nname: A\n---\nSee [[acme]]\n'],
  [
    'a link that is closed stays closed',
    deal,
    '---\nname: A\n---\nSee [[g‸]]\n',
    'acme globex',
    '---\nname: A\n---\nSee [[acme]]\n',
  ],
  [
    'contacts and deals of a customer in a link',
    deal,
    'See [[acme/‸]]\n',
    'acme/jo-park acme/lee-chan acme/pilot …',
    'See [[acme/jo-park]]\n',
  ],
  ['people of a task', deal, '- [ ] Do @‸\n', 'ada ben', '- [ ] Do @ada\n'],
  ['days of a task', deal, '- [ ] Do due:fri‸\n', 'fri today …', '- [ ] Do due:2026-11-27\n'],
  ['urgencies', deal, '- [ ] Do !‸\n', 'high medium low'],
  ['actions of a rule', rule, 'r:\n  actions: [‸]\n', 'notify_ae alert_csm escalate_to_manager create_task update_forecast'],
  ['keys of a rule', rule, 'r:\n  about: deal\n  ‸\n', 'description on conditions …'],
  ['names in a condition', rule, 'r:\n  about: deal\n  all:\n    - ‸\n', 'text today no_activity …'],
  ['fields behind a dot', rule, 'r:\n  about: deal\n  all:\n    - customer.‸\n', 'name aliases domain …'],
  [
    'keys of MEDDPICC behind a dot',
    'customers/workflows/x.yaml',
    'about: deal\nstages:\n  - id: a\n    require: [meddpicc.‸]\n',
    'metrics economic_buyer …',
  ],
  [
    'functions behind another value',
    rule,
    'r:\n  about: deal\n  all:\n    - name.‸\n',
    'size contains …',
    'r:\n  about: deal\n  all:\n    - name.size(\n',
  ],
  [
    'stages in a comparison',
    rule,
    'r:\n  about: deal\n  all: [stage == "‸"]\n',
    'lead discovery won',
    'r:\n  about: deal\n  all: [stage == "lead"]\n',
  ],
  ['people in a comparison', rule, 'r:\n  about: deal\n  all:\n    - owner in ["ada", "‸"]\n', 'ada ben'],
  [
    'fields in the condition of a query',
    'workspace-setup/queries/x.yaml',
    'about: contact\nwhere: contact.‸\n',
    'name email emails …',
  ],
  ['now in the condition of a query', 'workspace-setup/queries/x.yaml', 'about: deal\nwhere: no‸\n', 'text today …'],
  ['fields a query shows', 'workspace-setup/queries/x.yaml', 'about: deal\nfields: [‸]\n', 'name owner amount …'],
  [
    'fields in an assertion',
    'workspace-setup/processes/assertions.yaml',
    'assertions:\n  - name: a\n    require: deal.‸\n    about: deal\n',
    'name owner amount …',
  ],
  ['nothing in another text', rule, 'r:\n  about: deal\n  all: [name == "‸"]\n', ''],
  ['nothing in running text', deal, 'Hello ‸\n', ''],
  ['nothing in a file that is no record', 'docs/x.md', '---\nst‸\n---\n', ''],
  [
    'with Windows line ends',
    deal,
    '---\r\nname: A\r\nstage: ‸\r\n---\r\n',
    'lead discovery won',
    '---\r\nname: A\r\nstage: lead\r\n---\r\n',
  ],
]

describe('completion offers', () => {
  test.for(cases)('%s', async ([, path, marked, offers, becomes]) => {
    const { suggestions, text } = await offered(path, marked)
    const [first, rest] = offers.split(' …')
    const found = labels(suggestions)
    const wanted = first === '' ? [] : first!.split(/ (?=[^ ])/)
    expect(rest === undefined ? found.join(' ') : found.join(' ').slice(0, first!.length)).toBe(first)
    if (rest === undefined && !first!.includes(' week')) expect(found).toHaveLength(wanted.length)
    if (becomes !== undefined) expect(taken(text, suggestions[0]!)).toBe(becomes)
  })

  test('a key that holds keys begins a line below itself, as its file ends lines', async () => {
    const { suggestions, text } = await offered(deal, '---\r\nname: A\r\ncontr‸\r\n---\r\n')
    const contract = suggestions.find(({ label }) => label === 'contract')!
    expect(taken(text, contract)).toBe('---\r\nname: A\r\ncontract:\r\n  \r\n---\r\n')
  })

  test('people are found by their names, and a stage says what it requires', async () => {
    const people = await offered(deal, '---\nowner: ‸\n---\n')
    expect(people.suggestions[0]).toMatchObject({ detail: 'Ada Byron, ae', match: 'ada Ada Byron' })
    const stages = await offered(deal, '---\nstage: ‸\n---\n')
    expect(stages.suggestions[1]).toMatchObject({ detail: 'Discovery call, 20 %', about: 'Requires `amount != null`.' })
  })

  test('words that YAML would take for something else come in quotes', async () => {
    const { suggestions, text } = await offered(deal, '---\ntags: [‸]\n---\n', {
      'customers/acme/customer.md': '---\nname: Acme\ntags: ["no", "a, b"]\n---\n',
      'customers/acme/deals/pilot.md': '---\nname: Pilot\n---\n',
    })
    expect(suggestions.map((one) => taken(text, one))).toEqual(['---\ntags: ["a, b"]\n---\n', '---\ntags: ["no"]\n---\n'])
  })

  test('of very many customers those that fit come first, and more can be asked for', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 500 }, (_, n) => [`customers/firm-${n}/customer.md`, `---\nname: Firm ${n}\n---\n`]),
    )
    const { page, at } = pointed(deal, 'See [[irm-12‸\n')
    const view = viewOf({ ...many, 'customers/a-irm-12/customer.md': '---\nname: A\n---\n' })
    const { suggestions, isAll } = await complete(view, page, at)
    expect(isAll).toBe(true)
    expect(labels(suggestions)).toContain('firm-120')
    expect(suggestions.length).toBeLessThan(40)
    const all = pointed(deal, 'See [[‸\n')
    expect(await complete(view, all.page, all.at)).toMatchObject({ isAll: false, suggestions: { length: 400 } })
  })

  test('every key of a deal can be completed to, and none twice', async () => {
    const { suggestions } = await offered(deal, '---\n‸\n---\n')
    expect(labels(suggestions)).toEqual(Object.keys(schemaOf('deal').shape))
  })
})
