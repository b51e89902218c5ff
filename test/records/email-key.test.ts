import { expect, test } from 'vitest'
import { emailKey, isOfficeMailbox } from '../../src/records/email-key.ts'

test.each([
  ['Jo.Park@ACME.com', 'jo.park@acme.com'],
  [' mailto:jo@acme.com ', 'jo@acme.com'],
  ['jo+crm@acme.com', 'jo@acme.com'],
  ['+jo@acme.com', '+jo@acme.com'],
  ['j.o.park+x@googlemail.com', 'jopark@gmail.com'],
  ['j.o@outlook.com', 'j.o@outlook.com'],
  ['jo@bücher.example', 'jo@xn--bcher-kva.example'],
  ['jo@www.acme.com', 'jo@acme.com'],
  ['jo', undefined],
  ['jo@', undefined],
  ['a@b@c.example', undefined],
])('%s is %s', (address, key) => expect(emailKey(address)).toBe(key))

test.each([
  ['info@acme.com', true],
  ['einkauf@acme.com', true],
  ['infor@acme.com', false],
  ['jo@info.com', false],
])('%s is an office mailbox: %s', (key, is) => expect(isOfficeMailbox(key)).toBe(is))
