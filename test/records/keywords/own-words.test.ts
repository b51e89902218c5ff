import { expect, test } from 'vitest'
import { ownWords } from '../../../src/records/keywords/own-words.ts'

const own = (text: string, ours: string[] = []) =>
  ownWords(text, { ours })
    .map(({ text: line }) => line)
    .filter(Boolean)

test.each<[why: string, text: string, left: string[]]>([
  ['nothing to take away', 'One.\n\nTwo.', ['One.', 'Two.']],
  ['an answer above what is quoted', 'Yes.\n\nOn Mon, 16 Nov 2026 at 10:12, Jo <jo@a.test> wrote:\n> No?', ['Yes.']],
  ['an answer below what is quoted', 'On Mon, 16 Nov 2026 at 10:12, Jo <jo@a.test> wrote:\n> No?\n\nYes.', ['Yes.']],
  ['answers in between', '> One?\nYes.\n> Two?\nNo.', ['Yes.', 'No.']],
  ['an attribution over two lines', 'Yes.\n\nOn Mon, 16 Nov 2026 at 10:12, Jo Park\n<jo@a.test> wrote:\n\nNo?', ['Yes.']],
  ['Outlook', 'Yes.\n\n________________________________\nFrom: Jo\nSent: Monday\n\nNo?', ['Yes.']],
  ['Outlook without its line', 'Yes.\n\nFrom: Jo Park\nSent: Monday\nTo: Sam\nSubject: Hi\n\nNo?', ['Yes.']],
  ['forwarded', 'See below.\n\n---------- Forwarded message ---------\nFrom: X\n\nNo.', ['See below.']],
  ['forwarded by Apple', 'FYI\n\nBegin forwarded message:\n\nFrom: X\n\nNo.', ['FYI']],
  ['German', 'Ja.\n\nAm Mo., 16. Nov. 2026 um 10:12 Uhr schrieb Jo <jo@a.test>:\n\nNein?', ['Ja.']],
  ['Outlook in German', 'Ja.\n\nVon: Jo\nGesendet: Montag\nAn: Sam\nBetreff: Hallo\n\nNein?', ['Ja.']],
  ['French', 'Oui.\n\nLe lun. 16 nov. 2026 à 10:12, Jo <jo@a.test> a écrit :\n> Non ?', ['Oui.']],
  ['the heading of a mail that is the text itself', 'From: Jo <jo@a.test>\nTo: Sam\nSubject: Hi\n\nYes.', ['Yes.']],
  ['a signature', 'Yes.\n-- \nJo Park\nHead of Data', ['Yes.']],
  ['a greeting and a name', 'Yes.\n\nBest regards,\nJo Park\nHead of Data', ['Yes.']],
  ['a German greeting', 'Ja.\n\nViele Grüße\nJo', ['Ja.']],
  ['a telephone', 'Yes.\nSent from my iPhone', ['Yes.']],
  ['a postscript below the signature', 'Yes.\n\nBest,\nJo\n\nPS: and no.', ['Yes.', 'PS: and no.']],
  ['thanks at the beginning are no greeting', 'Thanks!\n\nWe will sign.', ['Thanks!', 'We will sign.']],
  ['thanks with more behind', 'Thanks for the demo, we will sign.\n\nJo', ['Thanks for the demo, we will sign.', 'Jo']],
  [
    'a sentence that begins like an attribution',
    'On 2 November we met and Jo wrote a plan.',
    ['On 2 November we met and Jo wrote a plan.'],
  ],
  ['a line that says from whom', 'From: the demo we learned a lot.\nYes.', ['From: the demo we learned a lot.', 'Yes.']],
  ['Windows lines', 'Yes.\r\n\r\n> No?\r\n', ['Yes.']],
])('%s', (_, text, left) => {
  expect(own(text)).toEqual(left)
})

test('lines of a transcript that we said are left out, with what goes on below them', () => {
  const text = 'Lena: Is it approved?\nreally approved?\nDana: It is.\n\n[10:02] **Lena Okafor (Orbit):** great\nDana Reyes: bye'
  expect(own(text, ['Lena Okafor', 'Lena'])).toEqual(['Dana: It is.', 'Dana Reyes: bye'])
})

test('lines keep their numbers', () => {
  expect(ownWords('> One\nTwo')).toEqual([{ line: 2, text: 'Two' }])
})
