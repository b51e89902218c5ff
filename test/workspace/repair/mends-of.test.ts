import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFrontMatter } from '../../../src/records/text/front-matter.ts'
import { chooseDisjoint, withChanges } from '../../../src/workspace/repair/mend.ts'
import { mendsOf } from '../../../src/workspace/repair/mends-of.ts'
import { knownOf } from './known-of.ts'

const known = knownOf()
const deal = 'customers/acme/deals/pilot.md'
const sheet = (fields: string, body = '') => `---\n${fields}\n---\n${body}`

/** A text as it stands once nothing more can be mended, and the codes of the mends on the way. */
function mended(path: string, text: string, held = known): { text: string; codes: string[] } {
  const codes: string[] = []
  for (let turn = 0; turn < 10; turn++) {
    const mends = chooseDisjoint(mendsOf(path, text, held))
    if (mends.length === 0) return { text, codes }
    codes.push(...mends.map(({ code }) => code))
    text = withChanges(
      text,
      mends.flatMap(({ changes = [] }) => changes),
    )
  }
  throw new Error('It does not come to an end.')
}

const becomes = (path: string, fields: string, right: string, code: string) => {
  const done = mended(path, sheet(`name: X\n${fields}`))
  expect(done.text).toBe(sheet(`name: X\n${right}`))
  expect(done.codes).toContain(code)
}
const stays = (path: string, fields: string) => expect(mended(path, sheet(`name: X\n${fields}`)).codes).toEqual([])

describe('keys', () => {
  test.each([
    ['onwer: ada   # who', 'owner: ada   # who'],
    ['Owner: ada', 'owner: ada'],
    ['closeDate: 2026-11-02', 'close_date: 2026-11-02'],
    ['"next step": Call', 'next_step: Call'],
    ['amuont: 12', 'amount: 12'],
    ['meddpicc:\n  champoin: jo-park', 'meddpicc:\n  champion: jo-park'],
    ['lines:\n  - {product: A, quantiy: 2}', 'lines:\n  - {product: A, quantity: 2}'],
    ['onwer: Ada Byron', 'owner: ada'],
  ])('%s', (wrong, right) => becomes(deal, wrong, right, 'unknown-key-typo'))

  test.each([
    ['onwer: bo\nowner: ada'],
    ['onwer: bo\nowenr: ada'],
    ['region: EMEA'],
    ['amont: a lot'],
    ['tier: A'],
    ['imported:\n  Onwer: Bo'],
  ])('stays: %s', (fields) => stays(deal, fields))
})

describe('values', () => {
  test.each([
    ['forecast_category: Best Case', 'forecast_category: best-case', 'value-choice'],
    ['forecast_category: "best_case"   # hm', 'forecast_category: "best-case"   # hm', 'value-choice'],
    ['close_date: 2026/11/02', 'close_date: 2026-11-02', 'value-type'],
    ["close_date: '2 Nov 2026'", "close_date: '2026-11-02'", 'value-type'],
    ['close_date: 20261102', 'close_date: 2026-11-02', 'value-type'],
    ['close_date: “2026-11-02”', 'close_date: 2026-11-02', 'value-type'],
    ['amount: "12,000"', 'amount: 12000', 'value-type'],
    ['amount: €12,000', 'amount: 12000', 'value-type'],
    ['currency: USD\namount: US$ 500', 'currency: USD\namount: 500', 'value-type'],
    ['probability: 40 %', 'probability: 0.4', 'value-type'],
    ['currency: eur', 'currency: EUR', 'value-type'],
    ['currency: €', 'currency: EUR', 'value-type'],
    ['tags: one, two', 'tags: [one, two]', 'value-form'],
    ['external: {hubspot: 0123}', 'external: {hubspot: "0123"}', 'value-form'],
    ['contract: {auto_renew: yes}', 'contract: {auto_renew: true}', 'value-type'],
    ['ticket: 12345678901234567890', 'ticket: "12345678901234567890"', 'number-too-long'],
    ['stage: Technical Validation', 'stage: technical-validation', 'deal-stage-unknown'],
    ['stage: won at last', 'stage: closed-won', 'deal-stage-unknown'],
    ['workflow: Lead To Close', 'workflow: lead-to-close', 'workflow-unknown'],
    ['owner: Ada Byron', 'owner: ada', 'person-alias'],
    ['owner: ADA@orbit.test', 'owner: ada', 'person-alias'],
    ['owner: "@AB"', 'owner: "ada"', 'person-alias'],
  ])('%s', (wrong, right, code) => becomes(deal, wrong, right, code))

  test.each([
    ['close_date: 02/11/2026'],
    ['amount: "12.000"'],
    ['amount: $500'],
    ['amount: 12k'],
    ['probability: 40'],
    ['owner: Boss'],
    ['owner: Somebody Else'],
    ['stage: nearly'],
    ['forecast_category: likely'],
    ['currency: $'],
    ['name2: “kept as it is”'],
    ['amount: &a "12,000"\nnote: *a'],
  ])('stays: %s', (fields) => stays(deal, fields))

  test('of contacts: phones by the country of the customer, domains, addresses', () => {
    const contact = 'customers/acme/contacts/x.md'
    becomes(contact, 'phone: 0151 23456789', 'phone: "+4915123456789"', 'phone-form')
    becomes(contact, 'phone: +49 (0)151 2345 6789', 'phone: "+4915123456789"', 'phone-form')
    becomes(contact, 'phone: +4915123456789', 'phone: "+4915123456789"', 'value-form')
    becomes(contact, 'email: mailto:jo@x.test', 'email: jo@x.test', 'value-type')
    becomes(contact, 'role: Economic Buyer', 'role: economic-buyer', 'value-choice')
    becomes('customers/new/customer.md', 'domain: https://www.New.example/', 'domain: new.example', 'value-type')
    stays(contact, 'phone: "12"')
    stays('customers/globex/contacts/x.md', 'phone: 0151 23456789')
    stays('customers/new/customer.md', 'domain: https://new.example/about')
  })

  test("a team's own fields are mended as if built in", () => {
    const team = { deal: { tier: { type: 'choice', values: ['Tier One', 'Tier Two'], required: 'never' } } }
    const held = knownOf({}, { team: team as never })
    expect(mended(deal, sheet('name: X\nteir: tier one'), held).text).toBe(sheet('name: X\ntier: Tier One'))
  })
})

describe('references', () => {
  test.each([
    ['primary_contact: Jo Park', 'primary_contact: jo-park', 'reference-missing'],
    ['primary_contact: jo@acme.test', 'primary_contact: jo-park', 'reference-missing'],
    ['primary_contact: Jo-Park', 'primary_contact: jo-park', 'reference-missing'],
    ['primary_contact: sam-lee', 'primary_contact: globex/sam-lee', 'reference-missing'],
    ['people: [{contact: Jó-Park}]', 'people: [{contact: jo-park}]', 'reference-missing'],
    ['meddpicc: {champion: {contact: old-acme/jo-park}}', 'meddpicc: {champion: {contact: jo-park}}', 'reference-missing'],
    ['partners: [{customer: old-acme}]', 'partners: [{customer: acme}]', 'reference-moved'],
    ['partners: [{customer: Globex}]', 'partners: [{customer: globex}]', 'reference-missing'],
  ])('%s', (wrong, right, code) => becomes(deal, wrong, right, code))

  test('two candidates are a question, and so is a slug of one word elsewhere', () => {
    const two = knownOf({
      'customers/initech/contacts/sam-lee.md': sheet('name: Sam Lee'),
      'customers/globex/contacts/kim.md': sheet('name: Kim'),
    })
    expect(mended(deal, sheet('name: X\nprimary_contact: sam-lee'), two).codes).toEqual([])
    expect(mended(deal, sheet('name: X\nprimary_contact: kim'), two).codes).toEqual([])
  })

  test('who left to another customer keeps the part here until a person says otherwise', () => {
    const moved = knownOf({
      'customers/acme/contacts/sam-lee.md': sheet('status: left\nredirect: ../globex/contacts/sam-lee.md'),
    })
    expect(mended(deal, sheet('name: X\nprimary_contact: sam-lee'), moved).codes).toEqual([])
  })

  test('a stub whose record went on is led there; a circle is nobody’s to cut', () => {
    const stub = 'customers/acme/contacts/sam-lee.md'
    expect(mended(stub, sheet('redirect: ../initech/contacts/sam-lee.md')).text).toBe(
      sheet('redirect: ../../globex/contacts/sam-lee.md'),
    )
    const a = 'customers/a/customer.md'
    const circle = knownOf({
      [a]: sheet('redirect: ../b/customer.md'),
      'customers/b/customer.md': sheet('redirect: ../a/customer.md'),
    })
    expect(mended(a, sheet('redirect: ../b/customer.md'), circle).codes).toEqual([])
    expect(mended(deal, sheet('name: X\npartners: [{customer: a}]'), circle).codes).toEqual([])
  })
})

describe('links', () => {
  test.each([
    ['See [[old-acme]].', 'See [[acme]].'],
    ['See [[old-acme/jo-park|Jo]].', 'See [[acme/jo-park|Jo]].'],
    ['See [[acme/sam-lee]].', 'See [[globex/sam-lee]].'],
    ['[jo](contacts/jo-park.md)', '[jo](../contacts/jo-park.md)'],
    ['[sam](../contacts/sam-lee.md#notes "S")', '[sam](../../globex/contacts/sam-lee.md#notes "S")'],
    ['[g](<../../Globex/customer.md>)', '[g](<../../globex/customer.md>)'],
    ['`[[old-acme]]` and\n```\n[[old-acme]]\n```\n', undefined],
    ['[jo](../people/jo-park.md)', undefined],
    ['[[acme]] [[Globex]] [[Jo Park]] [[rollout]] [[ada]] [x](https://x.test/a.md) [y](#y)', undefined],
    ['[[nobody-knows]] [z](../contacts/nobody.md)', undefined],
  ])('%s', (wrong, right) => expect(mended(deal, sheet('name: X', wrong)).text).toBe(sheet('name: X', right ?? wrong)))
})

describe('front matter that cannot be read', () => {
  const whole = (wrong: string, right: string, code = 'yaml') => {
    const done = mended(deal, wrong)
    expect(done.text).toBe(right)
    expect(done.codes).toEqual([code])
  }
  test('a closing --- is put where the keys end', () => {
    whole(
      '---\nname: X\nowner: ada\n\nNotes: none.\nMore.\n'.replace('Notes: none.', 'Notes'),
      '---\nname: X\nowner: ada\n---\n\nNotes\nMore.\n',
      'front-matter-open',
    )
    whole('---\r\nname: X\r\n\r\nNotes\r\n', '---\r\nname: X\r\n---\r\n\r\nNotes\r\n', 'front-matter-open')
    whole('---\nname: X\n', '---\nname: X\n---\n', 'front-matter-open')
    whole('---\nname: X\n—\nNotes\n', '---\nname: X\n---\nNotes\n', 'front-matter-open')
    whole('—\nname: X\n---\nNotes\n', '---\nname: X\n---\nNotes\n', 'front-matter-open')
    whole('name: X\nowner: ada\n---\nNotes\n', '---\nname: X\nowner: ada\n---\nNotes\n', 'front-matter-open')
  })

  test('tabs, quotes that are needed, a colon without space', () => {
    whole(sheet('name: X\nmeddpicc:\n\tchampion: jo-park'), sheet('name: X\nmeddpicc:\n  champion: jo-park'))
    whole(sheet('name: X\nnext_step: Call Jo: ask   \nowner: ada'), sheet('name: X\nnext_step: "Call Jo: ask"\nowner: ada'))
    whole(sheet('name: X\nnext_step: @jo calls'), sheet('name: X\nnext_step: "@jo calls"'))
    whole(sheet('name: X\nnext_step: [Draft] send it'), sheet('name: X\nnext_step: "[Draft] send it"'))
    whole(sheet('name: X\nnext_step: “Call: now”'), sheet('name: X\nnext_step: "Call: now"'))
    whole(sheet('name: X\nnext_step: a: b\nlost_reason: c: d'), sheet('name: X\nnext_step: "a: b"\nlost_reason: "c: d"'))
    whole(sheet('name: X\nowner:ada\namount: 3'), sheet('name: X\nowner: ada\namount: 3'))
    whole(
      sheet('name: X\nlines:\n  - product: A: big\n    quantity: 2'),
      sheet('name: X\nlines:\n  - product: "A: big"\n    quantity: 2'),
    )
  })

  test.each([
    ['---\nname: X\n\nowner: ada\n\nNotes\n'],
    ['---\nname: X\n# Notes\nFree text that goes on\n'],
    [sheet('name: X\nnext_step: Call: now # or later')],
    [sheet('name: X\ntags: [a, b')],
    [sheet('name: X\nname: Y')],
    [sheet('name: X\nmeddpicc:\n  champion: a\n\tmetrics: b')],
    ['Just a note.\n---\nmore\n'],
    ['---\n<<<<<<< ours\nname: X\n=======\nname: Y\n>>>>>>> theirs\n---\n'],
    ['# Heading\nname: X\n'],
    [''],
  ])('stays: %j', (text) => expect(mended(deal, text).codes).toEqual([]))
})

test('mends of one text compose, each byte they do not touch stays', () => {
  const text =
    '\uFEFF---\r\nname: X # x\r\n\r\nonwer: "Ada Byron"\r\n# why\r\nstage:   Technical Validation  # s\r\npeople: [ { contact: Jo Park , role: Champion } ]\r\n---\r\nSee [[old-acme]]\t\r\n'
  const done = mended(deal, text)
  expect(done.text).toBe(
    '\uFEFF---\r\nname: X # x\r\n\r\nowner: "ada"\r\n# why\r\nstage:   technical-validation  # s\r\npeople: [ { contact: jo-park , role: champion } ]\r\n---\r\nSee [[acme]]\t\r\n',
  )
})

/** Ways to damage a deal, each of which repair takes back. */
const right: Record<string, string> = {
  name: 'Rollout',
  owner: 'ada',
  stage: 'technical-validation',
  amount: '12000',
  currency: 'EUR',
  close_date: '2026-11-02',
  forecast_category: 'best-case',
  primary_contact: 'jo-park',
  next_step: 'Call Jo about the budget',
}
const damage = fc.record(
  {
    owner: fc.constantFrom('Ada Byron', 'AB', 'ada@orbit.test', '"@ada"'),
    stage: fc.constantFrom('Technical Validation', 'technical_validation', 'TECHNICAL-VALIDATION'),
    amount: fc.constantFrom('"12,000"', '12 000', '€12,000', "'12000'", '"12.000,00"'),
    currency: fc.constantFrom('eur', '€', '"Eur"'),
    close_date: fc.constantFrom('2026/11/02', '2 Nov 2026', 'Nov 2, 2026', '20261102', '02.11.2026'),
    forecast_category: fc.constantFrom('Best Case', 'best_case', 'BEST-CASE'),
    primary_contact: fc.constantFrom('Jo Park', 'jo@acme.test', 'Jo-Park'),
    next_step: fc.constantFrom('Call: Jo', '@jo asks', 'Send it: now: please'),
  },
  { requiredKeys: [] },
)
const slips = fc.subarray([
  ['owner', 'onwer'],
  ['amount', 'amuont'],
  ['close_date', 'closeDate'],
  ['forecast_category', 'Forecast Category'],
  ['next_step', 'next_stp'],
] as const)

test('whatever is damaged: what could be read reads as it did, all else stays to the byte, and nothing is left to mend', () => {
  const held = (path: string, text: string) => mended(path, text).text
  fc.assert(
    fc.property(damage, slips, fc.boolean(), fc.constantFrom('\n', '\r\n'), (wrong, misspelt, isOpen, eol) => {
      const lines = Object.entries({ ...right, ...wrong }).map(([key, value]) => {
        const called = misspelt.find(([name]) => name === key)?.[1] ?? key
        return `${called}: ${value}${key === 'next_step' ? '' : `  # ${key}`}`
      })
      const written = ['---', ...lines, 'own_key: [kept,  as is]', ...(isOpen ? [] : ['---']), '', 'Body stays.', ''].join(eol)
      const after = held('customers/acme/deals/rollout.md', written)
      const { data, problems } = readFrontMatter('x.md', after)
      expect(problems).toEqual([])
      const { next_step: step = right['next_step'] } = wrong
      expect(data).toEqual({ ...right, amount: 12_000, next_step: step, own_key: ['kept', 'as is'] })
      expect(after.split(eol).filter((line) => line.includes('  # '))).toHaveLength(Object.keys(right).length - 1)
      expect(after.endsWith(['own_key: [kept,  as is]', '---', '', 'Body stays.', ''].join(eol))).toBe(true)
      expect(after.replaceAll('\r\n', '').includes(eol === '\n' ? '\r' : '\n')).toBe(false)
    }),
    { numRuns: 80 },
  )
}, 60_000)

test('no text, however odd, is made to say less: every mend keeps the values it is not about', () => {
  const line = fc.oneof(
    fc.constantFrom(
      'name: X',
      'onwer: ada',
      'stage: LEAD',
      'amount: "1,000"',
      'tags: a',
      '---',
      '',
      '\tfoo: bar',
      'a: b: c',
      '“x”: y',
      '- x',
      '# c',
      'x: [',
      'name: Y',
      'owner:ada',
      '[[Globex]]',
    ),
    fc.string({ maxLength: 20 }),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), fc.boolean(), (lines, isClosed) => {
      const text = ['---', ...lines, ...(isClosed ? ['---'] : []), 'Body'].join('\n')
      const before = readFrontMatter('x.md', text)
      for (const { edits } of mendsOf(deal, text, known)) {
        const [edit] = edits
        const after = readFrontMatter('x.md', edit?.do === 'replace' ? edit.text : '')
        expect(after.problems.filter(({ severity }) => severity === 'error')).toEqual([])
        if (before.problems.some(({ severity }) => severity === 'error')) continue
        const [old, now] = [Object.entries(before.data), Object.entries(after.data)]
        expect(now).toHaveLength(old.length)
        expect(
          now.filter(([key, value], n) => key !== old[n]![0] || JSON.stringify(value) !== JSON.stringify(old[n]![1])).length,
        ).toBeLessThan(2)
      }
      expect(mended(deal, text).codes.length).toBeLessThan(60)
    }),
    { numRuns: 400 },
  )
}, 60_000)
