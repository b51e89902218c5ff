import { describe, expect, test } from 'vitest'
import { findPromises, isPromise, type Told } from '../../../../src/features/context/judge/find-promises.ts'

describe('whether one of us gives their word', () => {
  test.each<[text: string, voice: Told['voice'], is: boolean]>([
    ["I'll send the draft tomorrow.", 'ours', true],
    ['We will get back to you by Friday.', 'ours', true],
    ["You'll have the drawing on Monday.", 'ours', true],
    ['Ich schicke Ihnen morgen das Angebot.', 'ours', true],
    ['Wir werden die Schwellen bis Freitag prüfen.', 'ours', true],
    ['Das Angebot sende ich Ihnen heute.', 'ours', true],
    ['Je vous envoie le devis demain.', 'ours', true],
    ['Nous vous enverrons le contrat.', 'ours', true],
    ['I will ask Maya.', 'ours', true],
    ['Shall I send it?', 'ours', false],
    ['I will not send it.', 'ours', false],
    ['As promised, here is the page.', 'ours', false],
    ['Promised a half-year review in September.', 'notes', true],
    ['I said I would show it with her own figures.', 'notes', true],
    ['I owe him the list.', 'notes', true],
    ['I did not promise it.', 'notes', false],
    ['He promised to sign.', 'notes', false],
    ['She said "I\'ll send it tomorrow" and left.', 'notes', false],
    ['She will send the numbers.', 'notes', false],
    ["I'll send the numbers.", 'theirs', false],
    ['You promised us a list.', 'theirs', true],
    ['Sie haben uns eine Liste zugesagt.', 'theirs', true],
    ['Nothing at all was said.', 'notes', false],
  ])('%s (%s)', (text, voice, is) => {
    expect(isPromise(text, voice)).toBe(is)
  })
})

const told = (day: string, text: string, more: Partial<Told> = {}): Told => ({
  path: `${day}.md`,
  day,
  subject: 'Talk',
  voice: 'notes',
  others: ['jo'],
  passages: [{ text, line: 9, own: true }],
  ...more,
})
const open = (said: Told[], tasks: { text: string }[] = []) =>
  findPromises(said, tasks, '2026-10-01').map(({ told: { path }, line }) => `${path}:${line}`)

describe('what is still owed', () => {
  const promise = told('2026-11-01', "I'll send the security drawing next week.")

  test('a promise stands until a later word shows the same thing done', () => {
    expect(open([promise])).toEqual(['2026-11-01.md:9'])
    expect(open([promise, told('2026-11-03', 'The drawing is attached.', { voice: 'ours' })])).toEqual([])
    expect(open([promise, told('2026-11-03', 'Thanks for the drawing!', { voice: 'theirs' })])).toEqual([])
  })

  test('another thing that was done does not keep it, nor an earlier one, nor a question', () => {
    const other = told('2026-11-03', 'The price list is attached.', { voice: 'ours' })
    const earlier = told('2026-10-20', 'The drawing is attached.', { voice: 'ours' })
    const question = told('2026-11-03', 'Have you sent the drawing?', { voice: 'theirs' })
    expect(open([earlier, promise, other, question])).toEqual(['2026-11-01.md:9'])
  })

  test('a promise to be in touch is kept by being in touch with the same people', () => {
    const call = told('2026-11-01', 'I will call Jo about the budget.')
    expect(open([call, told('2026-11-05', 'Long talk.')])).toEqual([])
    expect(open([call, told('2026-11-05', 'Long talk.', { others: ['marcus'] })])).toEqual(['2026-11-01.md:9'])
  })

  test('what is a task is told as that; what is old or quoted is not told', () => {
    expect(open([promise], [{ text: 'Security drawing to Marcus' }])).toEqual([])
    expect(open([told('2026-09-01', "I'll send the security drawing.")])).toEqual([])
    const quoted = { text: "I'll send the security drawing.", line: 3, own: false }
    expect(open([told('2026-11-01', '', { passages: [quoted] })])).toEqual([])
  })
})
