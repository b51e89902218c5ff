import { expect, test } from 'vitest'
import { readStatement } from '../../../src/records/statements/read-statement.ts'

/** What a sentence gives, and the groups its strong cues speak for. */
function look(text: string): [values: string, groups: string] {
  const { words, values, cues } = readStatement(text)
  const strong = cues.filter(({ weight }) => weight === 1).map(({ group }) => group)
  return [values.map(({ at, kind }) => `${words[at]} ${kind}`).join(', '), [...new Set(strong)].sort().join(' ')]
}

test.each<[text: string, values: string, groups: string]>([
  ['They decided to go with option two.', 'two count', 'decision'],
  ['Damit ist es beschlossen.', '', 'decision'],
  ['C’est validé.', '', 'decision'],
  ['The fee is €84,000 or 20%.', '€84,000 money, 20% share', 'amount'],
  ['Der Preis beträgt 84.000 Euro.', 'preis name, 84.000 count, euro money', 'amount'],
  ['Le prix est de 84 000 euros.', '84 count, 000 count, euros money', 'amount'],
  ['The deadline is 4 May.', '4 day, may month', 'date'],
  ['Der Termin ist am 4. Mai 2027.', 'termin name, 4 day, mai month, 2027 day', 'date'],
  ['It was postponed to 2027-03-04, then to Q3.', '2027-03-04 day, q3 day', 'date'],
  ['Now Jo Park is responsible.', 'jo name, park name', 'role'],
  ['Sie leitet den Einkauf.', 'einkauf name', 'role'],
  ['It is too expensive, they say.', '', 'objection'],
  ['Das ist zu teuer.', '', 'objection'],
  ['I will send it.', '', 'promise'],
  ['The limit was raised, no longer twelve.', 'twelve count', 'change'],
  ['Thanks, see you at lunch!', '', 'chat'],
  ['Maybe.', '', 'open'],
  ['', '', ''],
  ['😀 …', '', ''],
])('%s gives %j and speaks of %j', (text, values, groups) => expect(look(text)).toEqual([values, groups]))

test.each([
  ['may', 'They may come.', undefined],
  ['march', 'They march on.', undefined],
  ['may', 'We meet in May.', 'month'],
  ['may', 'On 4 may.', 'month'],
  ['june', 'in june', 'month'],
])('%s in "%s" is %s', (word, text, kind) => {
  const { words, values } = readStatement(text)
  expect(values.find(({ at }) => words[at] === word)?.kind).toBe(kind)
})

test('who speaks is not said, a question is one, and a long line is read no further', () => {
  expect(readStatement('Jo Park: We agreed.').words).toEqual(['we', 'agreed'])
  expect(readStatement('Agreed?').isQuestion).toBe(true)
  expect(readStatement(`${'very '.repeat(1_000)}decided`)).toMatchObject({ cues: [], isQuestion: false })
})
