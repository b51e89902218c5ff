import { expect, test } from 'vitest'
import { openClean } from '../../../../src/features/context/gather/clean.ts'

test('a secret that was met twice is told once, one on another line again', () => {
  const clean = openClean()
  expect(clean.line('token: PIN: 482913', { path: 'a.md', line: 3 })).toBe('token: PIN: [secret removed]')
  clean.line('PIN: 482913', { path: 'a.md', line: 3 })
  clean.text('x\nPIN: 482913\n\nPIN: 482914', { path: 'a.md', line: 7 })
  expect(clean.secrets()).toEqual([
    { what: 'PIN', path: 'a.md', line: 3 },
    { what: 'PIN', path: 'a.md', line: 8 },
    { what: 'PIN', path: 'a.md', line: 10 },
  ])
  expect(clean.removed()).toBe(3)
})

test("a field's value that begins below its name is found where it stands; without a place it is looked for", () => {
  const files = new Map([
    ['a.md', 'name: 482913\nhint: |\n  one\n  PIN: 482913\n'],
    ['b.md', 'x\npassword: hunter2x\n'],
  ])
  const clean = openClean()
  clean.line('hint: one PIN: 482913', { path: 'a.md', line: 2 })
  clean.line('password: hunter2x')
  clean.line('password: hunter2y')
  expect(clean.secrets(files)).toEqual([
    { what: 'password after its name' },
    { what: 'PIN', path: 'a.md', line: 4 },
    { what: 'password after its name', path: 'b.md', line: 2 },
  ])
})
