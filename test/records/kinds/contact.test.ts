import { expect, test } from 'vitest'
import { tellContact } from '../../../src/records/kinds/contact.ts'

test.each<[named: string, isIt: boolean]>([
  ['dana', true],
  [' Dana ', true],
  ['Dana@Acme.com', true],
  ['d.w@acme.com', true],
  ['marcus', false],
  ['', false],
])('%j', (named, isIt) => {
  expect(tellContact('dana', { email: 'dana@acme.com', emails: ['D.W@acme.com'] })(named)).toBe(isIt)
})
