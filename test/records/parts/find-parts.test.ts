import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { htmlText } from '../../../src/records/mail/html-text.ts'
import { readMail } from '../../../src/records/mail/read-mail.ts'
import { findParts, linesOf } from '../../../src/records/parts/find-parts.ts'

const signs = { own: '', closing: 'c', signature: 's', disclaimer: 'd', quoted: '>' }
/** Lines that hold words, each after what it is. */
const read = (text: string) => {
  const lines = linesOf(text)
  return findParts(lines).flatMap((part, n) => (lines[n]!.text.trim() ? [`${signs[part]} ${lines[n]!.text.trim()}`.trim()] : []))
}
const marks = (text: string) => {
  const lines = linesOf(text)
  return findParts(lines)
    .filter((_, n) => lines[n]!.text.trim() !== '')
    .map((part) => signs[part] || '.')
    .join('')
}

describe('signatures', () => {
  test.each<[what: string, text: string, parts: string]>([
    ['below two hyphens', 'Yes.\n-- \nJo Park\nHead of Data\n+1 555 0100', '.ssss'],
    ['leave-taking with a name alone is no signature', 'Yes.\n\nBest regards,\nJo', '.cc'],
    ['on one line', 'Yes.\n\nRegards, Roman', '.c'],
    ['with a title below the name', 'Yes.\n\nBest regards,\nJo Park\nHead of Data\nOrbit Inc. | 12 Main St', '.csss'],
    [
      'German, with a company and numbers',
      'Ja, passt.\n\nMit freundlichen Grüßen\n\nDr. Anna Weber\nLeiterin Einkauf\nNordwind GmbH\nTel. +49 30 1234567\nwww.nordwind.test',
      '.csssss',
    ],
    ['French', 'Entendu.\n\nCordialement,\nLuc Martin\nDirecteur commercial\nTél : 01 23 45 67 89', '.csss'],
    ['nothing said before: a name and numbers', 'See you there.\n\nStavros Xenos\nvia mobile', '.ss'],
    ['a name, a title and a company', 'The list is attached.\n\nMaria de la Cruz\nCFO, Nordwind', '.ss'],
    ['of a telephone, in five languages', 'Ok.\nSent from my iPhone', '.s'],
    ['', 'Ok.\nVon meinem iPad gesendet', '.s'],
    ['', 'Ok.\nEnvoyé de mon iPhone', '.s'],
    ['', 'Ok.\nEnviado desde mi iPhone', '.s'],
    ['', 'Ok.\nGet Outlook for Android', '.s'],
    [
      'what stands below "Sent from" is an older mail',
      'Fine.\n\nGesendet von Outlook für Android<https://a.test>\n\nHi there!',
      '.s>',
    ],
    ['a postscript is the author again', 'Yes.\n\nBest,\nJo\n\nPS: the price is 40,000.', '.cc.'],
    [
      'above and below a quote',
      'Yes.\n\nBest,\nJo\n\nOn Mon, 2 Nov 2026 at 10:00, Sam wrote:\n> Can you?\n\n-- \nJo Park\nCTO',
      '.cc>>sss',
    ],
  ])('%s: %j', (_, text, parts) => expect(marks(text)).toBe(parts))
})

describe('what is no signature', () => {
  test.each<[text: string]>([
    ['I wanted to discuss it with regards to payment.\n\nAs regards the timeline, Friday.'],
    ['Thanks!\n\nWe will sign on Friday.'],
    ['Thanks for the demo, we will sign.\n\nJo'],
    ['Call notes\n--\nThe board met on Monday and approved 40,000 for the pilot; legal wants a DPA before the end of the month.'],
    ['Best\n\nThe board approved the budget of 40,000 and wants to start in January already.'],
    ['Jo Park\nHead of Data\n+1 555 0100'],
    ['Attendees\n\nAnna Weber: we sign on Friday.\nJo Park: the CTO agrees to it.'],
    ['Next steps\n\n- Anna Weber\n- call the CTO on +49 30 1234567'],
    ['Sent from my colleague yesterday: the price list that they asked for is attached here.'],
    ['We met in Berlin.\n\nBudget 40,000\nDecision by 2 December'],
    ['Dana Reyes\n00:12 We need the CTO to sign.\n\nLena Okafor\n00:14 Fine with me, we go ahead then.'],
  ])('%j', (text) => expect(marks(text)).toMatch(/^\.+$/))
})

describe('legal and automatic texts', () => {
  test.each<[text: string]>([
    [
      'This e-mail and any attachments are confidential and intended solely for the addressee. If you are not the intended recipient, delete it.',
    ],
    ['CONFIDENTIALITY NOTICE: This message may contain privileged information for the intended recipient only.'],
    ['If you have received this email in error please notify the sender.'],
    ['Please consider the environment before printing this e-mail.'],
    ['CAUTION: This email originated from outside of the organization. Do not click links.'],
    ['This message has been scanned for viruses by Example.'],
    ['You are receiving this email because you signed up at our fair.'],
    ['If you no longer wish to receive these emails, click here: https://a.test/u'],
    ['Unsubscribe<https://a.test/u> | Preferences'],
    [
      'Diese E-Mail enthält vertrauliche und/oder rechtlich geschützte Informationen. Wenn Sie nicht der richtige Adressat sind, löschen Sie sie.',
    ],
    ['Bitte denken Sie an die Umwelt, bevor Sie diese E-Mail ausdrucken.'],
    ['Nordwind GmbH, Sitz der Gesellschaft: Berlin, Amtsgericht Charlottenburg HRB 12345'],
    ['Geschäftsführer: A. Weber, B. Frank; Amtsgericht München, HRB 4711'],
    ['Sie erhalten diesen Newsletter, weil Sie sich angemeldet haben.'],
    ["Ce message et ses pièces jointes sont confidentiels et destinés à l'intention exclusive de leurs destinataires."],
    ['Si vous avez reçu ce courriel par erreur, merci de le détruire.'],
    ["Pensez à l'environnement avant d'imprimer ce mail."],
    ['Este mensaje y sus anexos son confidenciales.'],
  ])('%j', (text) => {
    expect(marks(`We sign on Friday.\n\n${text}`)).toBe('.d')
    expect(
      marks(
        `We sign on Friday.\n\nBest regards,\nJo Park\nCTO\n\n${text}\n\nOn Mon, 2 Nov 2026 at 10:00, Sam wrote:\n> Can you?`,
      ),
    ).toBe('.cssd>>')
  })

  test.each<[text: string]>([
    ['Please treat the price as confidential.'],
    ['This email is about the confidential pilot that the board approved on Monday.'],
    ['We no longer wish to receive your emails.'],
    ['Unsubscribe'],
    ['Please unsubscribe me.'],
    ['They want an unsubscribe link in every mail and a preferences page.'],
    ['The recipients of the offer are Anna and Jo.'],
    ['Der Geschäftsführer entscheidet am Freitag, das Handelsregister ist geprüft.'],
    ['Ce message est important : le budget est validé.'],
    ['Caution: the amount is 40,000 and not 30,000.'],
  ])('%j stays what somebody said', (text) => expect(marks(`Hello.\n\n${text}`)).toBe('..'))

  test('a warning above the mail', () =>
    expect(read('[EXTERNAL] This email originated from outside of the organization.\n\nWe sign.\n')).toEqual([
      'd [EXTERNAL] This email originated from outside of the organization.',
      'We sign.',
    ]))

  test('below the last line of a signature', () =>
    expect(marks('Ja.\n\nViele Grüße\nJo Park\nNordwind GmbH\nSitz der Gesellschaft: Berlin, HRB 12345 Amtsgericht Berlin')).toBe(
      '.ccdd',
    ))
})

test('long texts take bounded time', () => {
  for (const line of [
    'this message confidential ',
    'Best,\nJo\n',
    '-- \n',
    'Sent from my x\n',
    'From: a\n',
    'This e-mail\n\n',
    `${'x'.repeat(200)}\n`,
    'On 1\n',
  ])
    expect(findParts(linesOf(line.repeat(Math.ceil(1e6 / line.length)))).length).toBeGreaterThan(0)
}, 60_000)

const samples = new URL('../../../../shared/samples/reply_parsing/', import.meta.url).pathname

type Case = {
  id: string
  file: string
  format: string
  expect: { exact?: string; text?: string; text_ignoring_whitespace?: string }
}

describe.skipIf(!existsSync(samples))('samples of mails and what their senders wrote (skipped where ../shared is absent)', () => {
  const cases = existsSync(samples)
    ? (JSON.parse(readFileSync(`${samples}expected.json`, 'utf8')) as { cases: Case[] }).cases
    : []
  const tidy = (text: string) =>
    text
      .replace(/[ \t]+$/gm, '')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  const textOf = async ({ file, format }: Case) => {
    const bytes = readFileSync(samples + file)
    if (format === 'html') return htmlText(bytes.toString('utf8'))
    const mail = format === 'eml' ? await readMail(bytes) : { text: bytes.toString('utf8') }
    return 'text' in mail ? mail.text.replace(/\r\n/g, '\n') : ''
  }

  test.each(cases)('$id', async (one) => {
    const lines = linesOf(await textOf(one))
    const parts = findParts(lines)
    const own = tidy(lines.flatMap(({ text }, n) => (parts[n] === 'own' || parts[n] === 'closing' ? [text] : [])).join('\n'))
    const { exact, text, text_ignoring_whitespace: loose } = one.expect
    if (loose === undefined) expect(own).toBe(tidy(exact ?? text!))
    else expect(own.replace(/\s/g, '')).toBe(loose.replace(/\s/g, ''))
  })
})
