import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findRemedies } from '../../../src/features/editor/change/find-remedies.ts'
import { findRenamable, planRename } from '../../../src/features/editor/change/plan-rename.ts'
import { changeBetween, changesBetween, type TextChange } from '../../../src/features/editor/change/text-change.ts'
import { toggleTask } from '../../../src/features/editor/change/toggle-task.ts'
import { openPage } from '../../../src/features/editor/text/open-page.ts'
import type { View } from '../../../src/features/editor/view.ts'
import { openCheck } from '../../../src/workspace/check/open-check.ts'
import { pageIn, pointed, sharedView, viewOf } from './pointed.ts'

const view = sharedView()
const pilot = 'customers/acme/deals/pilot.md'
const jo = 'customers/acme/contacts/jo-park.md'

const made = (text: string, changes: readonly TextChange[]) =>
  changes
    .toSorted((a, b) => b.from - a.from)
    .reduce((done, { from, to, put }) => done.slice(0, from) + put + done.slice(to), text)

describe('changes touch only what they must', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', 'b', '\r\n', '\n', '🦄', '🦊', 'é') })

  test('whatever the two texts, they make one the other and cut no sign in two', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        for (const changes of [[changeBetween('x', before, after) ?? []].flat(), changesBetween('x', before, after)]) {
          expect(made(before, changes)).toBe(after)
          for (const { from, to, put } of changes)
            for (const part of [before.slice(0, from), before.slice(from, to), before.slice(to), put])
              expect(part.isWellFormed()).toBe(true)
        }
      }),
    )
  })

  test('of a long text, the one word that differs', () => {
    expect(changeBetween('x', 'stage: lead # c', 'stage: won # c')).toEqual({ path: 'x', from: 7, to: 11, put: 'won' })
  })
})

describe('toggling', () => {
  const toggled = (marked: string) => {
    const { page, at } = pointed('customers/acme/customer.md', marked)
    const change = toggleTask(page, at)
    return change && made(page.text, [change])
  }
  test.for([
    ['- [ ] ‸Call', '- [x] Call'],
    ['- [x] Call‸', '- [ ] Call'],
    ['- [X] Call‸', '- [ ] Call'],
    ['Hello\r\n  1. [ ] C‸all [x]\r\n', 'Hello\r\n  1. [x] Call [x]\r\n'],
    ['> - [ ] C‸all', '> - [x] Call'],
    ['- Cal‸l [ ]', undefined],
    ['```\n- [ ] C‸all\n```\n', undefined],
    ['---\nname: "- [ ] a‸"\n---\n', undefined],
  ] as const)('%s', ([marked, after]) => expect(toggled(marked)).toBe(after))
})

describe('renaming', () => {
  const rename = async (from: View, path: string, piece: string, name: string, openPaths?: string[]) => {
    const { page, at } = pageIn(from, path, piece)
    return planRename(from, page, { at, name, ...(openPaths && { openPaths }) })
  }

  test("a contact's slug moves the file, changes all who name it, and leaves a stub", async () => {
    const found = await rename(view(), pilot, 'jo-park', 'jo-parker')
    if ('refused' in found) throw new Error(found.refused)
    expect(found.move).toEqual({
      from: jo,
      to: 'customers/acme/contacts/jo-parker.md',
      stub: '---\nredirect: contacts/jo-parker.md\n---\n',
    })
    const texts = [...Map.groupBy(found.changes, ({ path }) => path)].map(([path, own]) => [path, made(view().text(path)!, own)])
    expect(texts.map(([path]) => path)).toEqual([
      'customers/acme/activities/2026-11-02-1000-call-pricing-k3f9.md',
      'customers/acme/contacts/lee-chan.md',
      pilot,
      'customers/globex/deals/big.md',
    ])
    const after = view().text(pilot)!.replaceAll('jo-park', 'jo-parker').replace('`[[acme/jo-parker]]`', '`[[acme/jo-park]]`')
    expect(texts[2]![1]).toBe(after)
    expect(texts[0]![1]).toContain('participants: [jo-parker, jo@acme.test]')
    expect(texts[3]![1]).toContain('primary_contact: acme/jo-parker')
  })

  test('what stands in the editor is what is changed, also where no file is yet', async () => {
    const fresh = 'customers/acme/deals/fresh.md'
    const open = viewOf(
      {},
      {
        [pilot]: '---\nname: Pilot\nnext_step: a line more\nprimary_contact: jo-park\n---\n',
        [fresh]: '---\nname: Fresh\nprimary_contact: jo-park\n---\n',
      },
    )
    const found = await rename(open, pilot, 'jo-park', 'jo', [pilot, fresh])
    if ('refused' in found) throw new Error(found.refused)
    for (const path of [pilot, fresh]) {
      const own = found.changes.filter((change) => change.path === path)
      expect(made(open.text(path)!, own)).toBe(open.text(path)!.replace('jo-park', 'jo'))
    }
  })

  test("the name in a contact's own file is a name: the slug stays", async () => {
    const found = await rename(view(), jo, 'Jo Park', 'Jo "J" Park: the second')
    expect(found).toEqual({ changes: [{ path: jo, from: 10, to: 17, put: '"Jo \\"J\\" Park: the second"' }] })
  })

  test.for([
    ['Jo Parker', /^"Jo Parker" is no name for a file: .*, such as jo-parker\./],
    ['lee-chan', /^acme has a contact lee-chan already/],
    ['../x', /is no name for a file/],
    ['', /cannot be without a name/],
  ] as const)('is refused: %s', async ([name, why]) => {
    const found = await rename(view(), pilot, 'jo-park', name)
    expect('refused' in found && found.refused).toMatch(why)
  })

  test('only contacts can be renamed, and not by their address', async () => {
    expect(await rename(view(), pilot, 'discovery', 'x')).toHaveProperty('refused')
    expect(await rename(view(), pilot, 'ada', 'x')).toHaveProperty('refused')
    const { page, at } = pageIn(view(), 'customers/acme/activities/2026-11-02-1000-call-pricing-k3f9.md', 'jo@acme')
    expect(findRenamable(view(), page, at)).toBeUndefined()
    const link = pageIn(view(), pilot, 'acme/jo-park]] and')
    const found = findRenamable(view(), link.page, link.at)!
    expect(link.page.text.slice(found.from, found.to)).toBe('jo-park')
  })
})

describe('what can be done about a problem', () => {
  const remedies = async (path: string, marked: string) => {
    const { page, at } = pointed(path, marked)
    const [now, checked] = [view(), openPage(path, page.text)]
    const check = await openCheck(now.place, { people: now.people(), team: undefined, today: now.today, zone: now.zone })
    const judge = (text: string) => check.judge(path, text)
    const problems = await judge(page.text)
    const found = await findRemedies(checked, { from: at, to: at, problems, judge, mends: () => [] })
    return found.map(({ title, changes }) => [title, made(page.text, changes)])
  }

  test.for([
    ['the one value that is right', '---\nname: P\nowner: a‸b\n---\n', ['Set owner to ada'], '---\nname: P\nowner: ada\n---\n'],
    [
      'each of several',
      '---\nname: P\nstage: lea‸d2\n---\n',
      ['Set stage to lead', 'Set stage to discovery', 'Set stage to won'],
    ],
    [
      'a number without its quotes',
      '---\nname: P\namount: "24,00‸0"\n---\n',
      ['Set amount to 24000'],
      '---\nname: P\namount: 24000\n---\n',
    ],
    ['of several, those after which nothing is wrong', '---\nname: P\nworkflow: n‸ope\n---\n', ['Set workflow to lead-to-close']],
    ['an example is no value', '---\nname: P\namount: lo‸ts\n---\n', []],
    ['a kind of value is none', '---\nname: 5‸\n---\n', []],
    ['nothing is wrong', '---\nname: P\nowner: a‸da\n---\n', []],
  ] as const)('%s', async ([, marked, titles, after]) => {
    const found = await remedies(pilot, marked)
    const wanted = found.map(([title]) => title)
    expect(wanted).toEqual(titles)
    if (after) expect(found[0]![1]).toBe(after)
  })
})
