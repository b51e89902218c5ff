import { describe, expect, test } from 'vitest'
import { hover } from '../../../src/features/editor/hover/hover.ts'
import { sayPlain } from '../../../src/features/editor/hover/say-plain.ts'
import { pageIn, pointed, sharedView, viewOf } from './pointed.ts'

const view = sharedView()
const pilot = 'customers/acme/deals/pilot.md'
const acme = '**Acme** · customer · onboarding · owner ada · 1 open deal, €24,000 · last touch 18 days ago · health 60'

/** What is told of a piece of a file. */
const told: [said: string, path: string, piece: string, text: string | undefined][] = [
  ['a customer in a link', 'customers/acme/customer.md', 'globex]]', '**Globex** · no stage'],
  ['a customer that is a parent', 'customers/globex/customer.md', 'acme', acme],
  ['a contact', pilot, 'jo-park', '**Jo Park** · Head of Data · champion · at acme · jo@acme.test'],
  ['a contact in a link', pilot, 'acme/jo-park]] and', '**Jo Park** · Head of Data · champion · at acme · jo@acme.test'],
  [
    'a contact of another customer',
    'customers/globex/deals/big.md',
    'acme/jo-park',
    '**Jo Park** · Head of Data · champion · at acme · jo@acme.test',
  ],
  [
    'a deal',
    'customers/acme/activities/2026-11-02-1000-call-pricing-k3f9.md',
    'pilot',
    '**Pilot** · discovery · €24,000 · owner ada',
  ],
  ['a person', pilot, 'ada', '**Ada Byron** · ae · team sales'],
  ['a person of a task', 'customers/acme/customer.md', '@ada', '**Ada Byron** · ae · team sales'],
  [
    'a stage',
    pilot,
    'discovery',
    '**Discovery call** · stage 2 of 3 · 20 % · Lead to close\n\nRequires:\n- `amount != null`\n\nAdvises:\n- `next_step != null`',
  ],
  [
    'a key',
    pilot,
    'amount',
    '**amount**: The expected value, in `currency`; with lines it is their sum.\n\nExpects a number such as 24000.',
  ],
  [
    'a key inside',
    pilot,
    'role: champion',
    '**people.role**: The part this person plays in this deal.\n\nExpects one of `champion`, `economic-buyer`, `technical`, `user`, `blocker`, `coach`, `other`.',
  ],
  ['an amount', pilot, '24000', undefined],
  ['running text', pilot, 'Ask', undefined],
]

describe('hovering tells of', () => {
  test.for(told)('%s', ([, path, piece, text]) => {
    const { page, at } = pageIn(view(), path, piece)
    const found = hover(view(), page, at)
    if (text === undefined) return expect(found).toBeUndefined()
    if (text.endsWith('no stage'))
      return expect(found?.text).toMatch(/^\*\*Globex\*\* · owner ben · 1 open deal, \$1,000 · no touch yet · /)
    return expect(found?.text).toBe(text)
  })

  test('a customer whose deals are in two currencies', () => {
    const mixed = viewOf({ 'customers/acme/deals/more.md': '---\nname: More\nstage: lead\namount: 10\ncurrency: USD\n---\n' })
    const { page, at } = pageIn(mixed, 'customers/globex/customer.md', 'acme')
    expect(hover(mixed, page, at)?.text).toContain(' · 2 open deals, $10 + €24,000 · ')
  })

  test('what stands in the editor, not on the disk', () => {
    const open = viewOf({}, { 'customers/acme/contacts/jo-park.md': '---\nname: Jo *Park* [x](y)\n---\n' })
    const { page, at } = pageIn(open, pilot, 'jo-park')
    expect(hover(open, page, at)?.text).toBe('**Jo \\*Park\\* \\[x\\](y)** · at acme')
  })

  test('nothing that is not there', () => {
    const { page, at } = pointed(pilot, '---\nowner: zo‸e\nstage: none\nprimary_contact: ../../x\n---\n')
    expect(hover(view(), page, at)).toBeUndefined()
    expect(hover(view(), page, page.text.indexOf('none'))).toBeUndefined()
    expect(hover(view(), page, page.text.indexOf('../x'))).toBeUndefined()
  })
})

test('what a record says stays letters', () => {
  expect(sayPlain('a\n<b> `c` ![d](e)')).toBe('a \\<b\\> \\`c\\` \\!\\[d\\](e)')
})
