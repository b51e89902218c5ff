import { describe, expect, test } from 'vitest'
import { findDefinition } from '../../../src/features/editor/find/find-definition.ts'
import { findReferences, recordAt } from '../../../src/features/editor/find/find-references.ts'
import { outline, type Part } from '../../../src/features/editor/find/outline.ts'
import { searchRecords } from '../../../src/features/editor/find/search-records.ts'
import { openPage } from '../../../src/features/editor/text/open-page.ts'
import type { View } from '../../../src/features/editor/view.ts'
import { pageIn, pointed, sharedView, viewOf } from './pointed.ts'

const view = sharedView()
const pilot = 'customers/acme/deals/pilot.md'
const call = 'customers/acme/activities/2026-11-02-1000-call-pricing-k3f9.md'

const said = (from: View, found: { path: string; from: number; to: number } | undefined) =>
  found && `${found.path} «${from.text(found.path)!.slice(found.from, found.to)}»`

const definitions: [said: string, path: string, piece: string, stands: string | undefined][] = [
  ['a person', pilot, 'ada', 'workspace-setup/people/ada.yaml «»'],
  ['a contact', pilot, 'jo-park', 'customers/acme/contacts/jo-park.md «»'],
  ['a contact at another customer', 'customers/globex/deals/big.md', 'acme/jo', 'customers/acme/contacts/jo-park.md «»'],
  ['a contact by address', call, 'jo@acme', 'customers/acme/contacts/jo-park.md «»'],
  ['a link', 'customers/acme/customer.md', 'globex]]', 'customers/globex/customer.md «»'],
  ['a parent', 'customers/globex/customer.md', 'acme', 'customers/acme/customer.md «»'],
  ['a deal', call, 'pilot', `${pilot} «»`],
  ['a stage, at its line', pilot, 'discovery', 'customers/workflows/lead-to-close.yaml «discovery»'],
  ['a stage of a customer', 'customers/acme/customer.md', 'onboarding', 'customers/workflows/customer-journey.yaml «onboarding»'],
  ['a person of a task', 'customers/acme/customer.md', '@ada', 'workspace-setup/people/ada.yaml «»'],
  ['a built-in key', pilot, 'amount', undefined],
]

describe('definitions', () => {
  test.for(definitions)('%s', ([, path, piece, stands]) => {
    const { page, at } = pageIn(view(), path, piece)
    expect(said(view(), findDefinition(view(), page, at))).toBe(stands)
  })

  test("a team's own field, in fields.yaml", () => {
    const own = viewOf({ 'workspace-setup/fields.yaml': 'deal:\n  tier: { type: choice, values: [A, B] }\n' })
    const { page, at } = pointed(pilot, '---\nname: Pilot\nti‸er: A\n---\n')
    expect(said(own, findDefinition(own, page, at))).toBe('workspace-setup/fields.yaml «tier»')
  })

  test('stubs lead on, and a circle of them nowhere else', () => {
    const moved = viewOf({
      'customers/acme/contacts/old.md': '---\nredirect: jo-park.md\n---\n',
      'customers/acme/contacts/a.md': '---\nredirect: b.md\n---\n',
      'customers/acme/contacts/b.md': '---\nredirect: a.md\n---\n',
    })
    const at = (slug: string) => pointed(pilot, `---\nprimary_contact: ${slug}‸\n---\n`)
    expect(findDefinition(moved, at('old').page, at('old').at)?.path).toBe('customers/acme/contacts/jo-park.md')
    expect(findDefinition(moved, at('a').page, at('a').at)?.path).toBe('customers/acme/contacts/a.md')
  })
})

describe('links lead', () => {
  test.for([
    ['[[acme]]', 'customers/acme/customer.md'],
    ['[[Acme]]', 'customers/acme/customer.md'],
    ['[[acme|them]]', 'customers/acme/customer.md'],
    ['[[acme/jo-park]]', 'customers/acme/contacts/jo-park.md'],
    ['[[acme/deals/pilot#Next]]', pilot],
    ['[[customers/acme/deals/pilot.md]]', pilot],
    ['[[big]]', 'customers/globex/deals/big.md'],
    ['[[deals/big]]', 'customers/globex/deals/big.md'],
    ['[[ada]]', 'workspace-setup/people/ada.yaml'],
    ['[Jo](../acme/contacts/jo-park.md)', 'customers/acme/contacts/jo-park.md'],
    ['[Jo](<../acme/contacts/jo-park.md>)', 'customers/acme/contacts/jo-park.md'],
    ['[Jo](/customers/acme/contacts/jo-park.md#x)', 'customers/acme/contacts/jo-park.md'],
    ['[out](../../../etc/passwd.md)', undefined],
    ['[else](https://acme.test/a.md)', undefined],
    ['[[../../../etc/passwd]]', undefined],
    ['[[nobody]]', undefined],
  ] as const)('%s', ([link, path]) => {
    const text = `---\nname: G\n---\nSee ${link} there.\n`
    const page = openPage('customers/globex/customer.md', text)
    expect(findDefinition(view(), page, text.indexOf(link) + link.indexOf('](') + 3)?.path).toBe(path)
  })
})

describe('references', () => {
  const places = async (from: View, path: string, openPaths?: string[]) =>
    (await findReferences(from, path, openPaths ? { openPaths } : {})).map(
      (one) => `${one.path}:${from.text(one.path)!.slice(0, one.from).split('\n').length} ${one.typed}`,
    )

  test('of a contact: fields, lists, links and addresses, from other customers as well', async () => {
    expect(await places(view(), 'customers/acme/contacts/jo-park.md')).toEqual([
      `${call}:6 jo-park`,
      `${call}:6 jo@acme.test`,
      'customers/acme/contacts/lee-chan.md:3 jo-park',
      `${pilot}:6 jo-park`,
      `${pilot}:8 jo-park`,
      `${pilot}:10 jo-park`,
      `${pilot}:13 acme/jo-park`,
      'customers/globex/deals/big.md:7 acme/jo-park',
    ])
  })

  test('of a customer, a person, a deal and a workflow', async () => {
    expect(await places(view(), 'customers/acme/customer.md')).toEqual(['customers/globex/customer.md:3 acme'])
    expect(await places(view(), 'customers/globex/customer.md')).toEqual(['customers/acme/customer.md:10 globex'])
    expect(await places(view(), pilot)).toEqual([`${call}:7 pilot`])
    expect(await places(view(), 'workspace-setup/people/ada.yaml')).toEqual([
      `${call}:5 ada`,
      'customers/acme/customer.md:4 ada',
      'customers/acme/customer.md:12 ada',
      `${pilot}:3 ada`,
      'workspace-setup/people/ben.yaml:2 ada',
    ])
    expect(await places(view(), 'customers/workflows/lead-to-close.yaml')).toEqual([])
  })

  test('what stands in the editor counts, saved or not', async () => {
    const fresh = 'customers/acme/deals/fresh.md'
    const open = viewOf({}, { [fresh]: '---\nname: Fresh\nprimary_contact: lee-chan\n---\n', [pilot]: '---\nname: Pilot\n---\n' })
    expect(await places(open, 'customers/acme/contacts/lee-chan.md', [fresh, pilot])).toEqual([`${fresh}:3 lee-chan`])
    expect((await places(open, 'customers/acme/contacts/jo-park.md', [fresh, pilot])).some((one) => one.startsWith(pilot))).toBe(
      false,
    )
  })

  test('of the record whose own file this is', () => {
    const { page } = pageIn(view(), 'customers/acme/contacts/jo-park.md', 'Head')
    expect(recordAt(view(), page, page.text.indexOf('Head'))).toBe('customers/acme/contacts/jo-park.md')
    expect(recordAt(view(), openPage('README.md', 'Hello'), 1)).toBeUndefined()
  })

  test('a question that is taken back ends', async () => {
    expect(await findReferences(view(), 'customers/acme/contacts/jo-park.md', { isCancelled: () => true })).toEqual([])
  })
})

describe('the parts of a file', () => {
  const tell = (part: Part, depth = 0): string[] => [
    `${' '.repeat(depth)}${part.is} ${part.name}${part.detail && ` (${part.detail})`}`,
    ...part.parts.flatMap((inner) => tell(inner, depth + 1)),
  ]

  test('are fields, headings and tasks', () => {
    const text =
      '---\nname: Acme 🦄\nmeddpicc:\n  champion: jo\n---\nHello\n# One\n- [ ] First @ada\n## Two\n- [x] Second\n# Three\n```\n# no heading\n```\n'
    const page = openPage('customers/acme/deals/x.md', text)
    expect(outline(page).flatMap((part) => tell(part))).toEqual([
      'field name (Acme 🦄)',
      'field meddpicc',
      ' field champion (jo)',
      'heading One',
      ' task ☐ First (@ada)',
      ' heading Two',
      '  task ☑ Second (done)',
      'heading Three',
    ])
  })

  test('lie within each other, and their names within them', () => {
    const page = openPage(pilot, view().text(pilot)!)
    const sound = (part: Part): boolean =>
      part.from <= part.at.from &&
      part.at.to <= part.to &&
      part.parts.every((inner) => part.from <= inner.from && inner.to <= part.to && sound(inner))
    expect(outline(page).every(sound)).toBe(true)
    expect(outline(page).length).toBeGreaterThan(5)
  })
})

test('records of the workspace are found by letters of their names', () => {
  expect(searchRecords(view(), 'jo').map(({ name, of }) => [of, name])).toEqual([['acme', 'jo-park']])
  expect(searchRecords(view(), 'acme').map(({ name }) => name)).toEqual(['acme'])
  expect(searchRecords(view(), 'JP').map(({ name }) => name)).toEqual(['jo-park'])
  expect(searchRecords(view(), '')).toHaveLength(6)
  expect(searchRecords(view(), 'zzz')).toEqual([])
})
