import { expect, test } from 'vitest'
import { openPhoneKeys } from '../../src/records/phone-key.ts'

test('spellings of one number have one key, with or without its country', async () => {
  const key = await openPhoneKeys()
  expect(['+49 (151) 1234-5678', '0049 151 12345678', '+4915112345678'].map(key)).toEqual(Array(3).fill('+4915112345678'))
  expect(['0151 / 1234 5678', '0151-12345678'].map(key)).toEqual(Array(2).fill('015112345678'))
  expect(['', 'ext. 12', '12-34-56'].map(key)).toEqual([undefined, undefined, undefined])
})
