import { describe, expect, test } from 'vitest'
import { weighStatement } from '../../src/formulas/weigh-statement.ts'
import type { StatementKind } from '../../src/records/statements/cues.ts'
import { readStatement } from '../../src/records/statements/read-statement.ts'

const weigh = (text: string) => weighStatement(readStatement(text))
const mainOf = (text: string) => Object.entries(weigh(text).kinds).reduce((a, b) => (b[1] > a[1] ? b : a))[0]

test.each<[kind: StatementKind, text: string]>([
  ['decision', 'They decided to go with the second option.'],
  ['decision', 'Das ist jetzt beschlossen.'],
  ['decision', 'Ils ont décidé.'],
  ['amount', 'The price is 84,000 dollars.'],
  ['amount', 'Der Preis beträgt 84.000 Euro.'],
  ['amount', 'Le prix est de 84 000 euros.'],
  ['date', 'The go-live is on 4 May 2027.'],
  ['date', 'Der Termin ist am 4. Mai 2027.'],
  ['role', 'Frau Brandt leitet den Einkauf.'],
  ['objection', 'They are worried about the effort.'],
  ['objection', 'Das ist uns zu teuer.'],
  ['promise', 'I will send the drawing.'],
])('%s: %s', (kind, text) => expect(mainOf(text)).toBe(kind))

describe('what is worth more', () => {
  test.each<[more: string, less: string]>([
    ['The price is 84,000 dollars.', 'They are worried about the effort.'],
    ['The price is 84,000 dollars.', 'Is the price 84,000 dollars?'],
    ['The price is 84,000 dollars.', 'Maybe the price could be 84,000 dollars.'],
    ['They are worried about the effort.', 'Thanks, the weather was lovely.'],
    ['We decided.', 'Hello.'],
  ])('%s than: %s', (more, less) => expect(weigh(more).worth).toBeGreaterThan(weigh(less).worth))

  test('never below nothing, never above three', () => {
    for (const text of ['', '?', 'Thanks!', 'We decided, agreed, approved and signed off 84,000 dollars for 4 May 2027.']) {
      expect(weigh(text).worth).toBeGreaterThanOrEqual(0)
      expect(weigh(text).worth).toBeLessThanOrEqual(3)
    }
  })

  test('what everybody says all the time is worth little', () => {
    const usual = { ofPhrase: () => 0.25, ofValue: () => 0.25, mean: 0.1 }
    const statement = readStatement('The price is 84,000 dollars.')
    expect(weighStatement(statement, usual).worth).toBeLessThan(0.3 * weighStatement(statement).worth)
  })

  test('words of change are told apart', () => {
    expect(weigh('The price was raised to 91,000, no longer 84,000.').change).toBeGreaterThan(0.5)
    expect(weigh('The price is 84,000.').change).toBe(0)
  })
})
