import { describe, expect, test } from 'vitest'
import { type Judged, judgeSaid } from '../../../../src/features/context/judge/judge-said.ts'

const topics = ['warehouse scanners', 'the Oslo office', 'invoice layout', 'the driver app', 'customs forms', 'label printers']
const habits = ['We talked about', 'Somebody asked about', 'They showed us']
/** What is said in any account. */
const talk = habits.flatMap((habit) => topics.map((topic) => ({ text: `${habit} ${topic} for a while.`, day: '2026-01-05' })))

/** Judges sentences of one day each, the last of them newest, after ordinary talk or none. */
function judge(texts: readonly string[], before = talk): (Judged & { by?: number })[] {
  const said = texts.map((text, n) => ({ text, day: `2026-02-${String(n + 1).padStart(2, '0')}T10:00` }))
  return judgeSaid([...before, ...said])
    .slice(before.length)
    .map((one) => ({ ...one, ...(one.later && { by: one.later.by - before.length }) }))
}

const isOutdated = ({ later }: Judged) => later?.how === 'replaces' || later?.how === 'related'

describe('a later word on the same', () => {
  test.each<[first: string, second: string]>([
    ['The price of the licence is 84,000 dollars a year.', 'The price of the licence is 91,000 dollars a year.'],
    ['The price of the licence is 84,000 dollars a year.', 'They raised the price of the licence to 91,000 after all.'],
    ['The go-live in Lyon is on 4 March 2027.', 'They moved the go-live in Lyon to 6 May 2027.'],
    ['Der Preis der Lizenz liegt bei 84.000 Euro.', 'Der Preis der Lizenz liegt jetzt bei 91.000 Euro.'],
    ['Le prix de la licence est de 84 000 euros.', 'Le prix de la licence est désormais de 91 000 euros.'],
  ])('%s | %s', (first, second) => {
    for (const before of [talk, []]) {
      const [was, is] = judge([first, second], before)
      expect([was!.by, isOutdated(was!)]).toEqual([1, true])
      expect(is!.later).toBeUndefined()
    }
  })
})

describe('no later word on the same', () => {
  test.each<[first: string, second: string]>([
    ['The price of the licence is 84,000 dollars.', 'There it is, and we have 12 of them by now.'],
    ['Procurement wants the contract by 3 May.', 'The board approved 40,000 for training.'],
    ['Der Preis der Lizenz liegt bei 84.000 Euro.', 'Wir haben das noch nicht, aber es ist bei uns 12 mal.'],
    ['Le prix de la licence est de 84 000 euros.', "Ce n'est pas encore le 12."],
    ['Thanks for the coffee and the cake.', 'The coffee was good, the cake even better, thanks.'],
  ])('%s | %s', (first, second) => {
    for (const before of [talk, []]) expect(judge([first, second], before).filter(isOutdated)).toEqual([])
  })

  test('not on the same day, whatever stands first', () => {
    const said = ['84,000', '91,000'].map((sum) => ({ text: `The price of the licence is ${sum} dollars.`, day: '2026-02-01' }))
    expect(
      judgeSaid([...talk, ...said])
        .slice(-2)
        .map(({ later }) => later),
    ).toEqual([undefined, undefined])
  })
})

describe('what is said again', () => {
  const [a, b] = ['The price of the licence is 84,000 dollars a year.', 'The price of the licence is 91,000 dollars a year.']
  const summary = (texts: readonly string[], before = talk) =>
    judge(texts, before).map((one) => (one.repeats ? 'repeats' : isOutdated(one) ? `replaced by ${one.by}` : 'holds'))

  test.each<[texts: string[], summary: string[]]>([
    [
      [a, a],
      ['holds', 'repeats'],
    ],
    [
      [a, b, a],
      ['holds', 'replaced by 2', 'holds'],
    ],
    [
      [a, a, b],
      ['replaced by 2', 'repeats', 'holds'],
    ],
    [
      [a, b, a, b],
      ['replaced by 3', 'holds', 'repeats', 'holds'],
    ],
    [
      ['Jo.', 'Jo.'],
      ['holds', 'holds'],
    ],
    [
      [a, a.toUpperCase().replace('.', ' !')],
      ['holds', 'repeats'],
    ],
  ])('%j', (texts, expected) => {
    expect(summary(texts)).toEqual(expected)
    expect(summary(texts, [])).toEqual(expected)
  })

  test('holds no longer than its last telling', () => {
    const role = 'Jo Park decides about the rollout in Graz.'
    const [first, again, other] = judge([role, role, 'Dana Whitfield decides about the rollout in Graz now.'])
    expect([first!.by, again!.by, other!.by]).toEqual([2, 2, undefined])
  })
})

test('nothing, signs alone, and scripts without spaces', () => {
  expect(judgeSaid([])).toEqual([])
  const odd = ['…', '…', '木曜日までに送ります。', 'תודה רבה', '😀', ''].map((text, n) => ({ text, day: `2026-01-0${n + 1}` }))
  expect(judgeSaid(odd).map(({ later }) => later)).toEqual(odd.map(() => undefined))
})
