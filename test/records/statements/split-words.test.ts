import { expect, test } from 'vitest'
import { splitWords } from '../../../src/records/statements/split-words.ts'

test.each<[text: string, plain: string[], named: number[]]>([
  ['Dana’s price: €84,000.50, i.e. 20% off!', ["dana's", 'price', '€84,000.50', 'i.e', '20%', 'off'], []],
  ["We don't go-live at 10:30 with Jo.", ['we', "don't", 'go-live', 'at', '10:30', 'with', 'jo'], [6]],
  ['A B', ['a', 'b'], []],
  ['木曜日に', ['木曜', '曜日', '日に'], []],
  ['İzmir Straße', ['i̇zmir', 'straße'], [1]],
  ['- , . / -', [], []],
  ['', [], []],
])('%s', (text, plain, named) => expect(splitWords(text)).toEqual({ plain, named }))
