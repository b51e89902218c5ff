import { expect, test } from 'vitest'
import { findSlot, type Known } from '../../../src/doors/completion/find-slot.ts'

const option = (name: string, more: object = {}) => ({ name, type: 'option', ...more })
const command = (id: string, args: string[], flags: object[] = [], more: object = {}): Known =>
  ({
    id,
    args: Object.fromEntries(args.map((name) => [name, { name }])),
    flags: Object.fromEntries(flags.map((flag) => [(flag as { name: string }).name, flag])),
    strict: true,
    hidden: false,
    ...more,
  }) as unknown as Known

const commands = [
  command('set', ['record', 'values'], [option('because', { char: 'b' }), { name: 'force', type: 'boolean' }], { strict: false }),
  command('deal:move', ['deal', 'stage'], [option('with', { multiple: true }), option('old', { hidden: true })]),
  command('list', ['name']),
  command('list:all', []),
]

const flagNames = (slot: ReturnType<typeof findSlot>) => slot.flags?.map(({ name }) => name)
const find = (line: string) => {
  const words = line.split(' ')
  return findSlot(commands, words.slice(0, -1), words.at(-1)!)
}

test.for([
  ['', { name: [] }],
  ['de', { name: [] }],
  ['deal ', { name: ['deal'] }],
  ['help deal ', { name: ['deal'] }],
  ['lost words ', { name: ['lost', 'words'] }],
] as const)('a word of a command: "%s"', ([line, expected]) => {
  expect(find(line)).toEqual(expected)
})

test.for([
  ['deal move ac', { of: 'deal', typed: 'ac', given: {} }],
  ['deal move acme/pilot ne', { of: 'stage', typed: 'ne', given: { deal: 'acme/pilot' } }],
  ['set acme a=b c', { of: 'values', typed: 'c', given: { record: 'acme', values: 'a=b' } }],
  ['set --force acme a', { of: 'values', typed: 'a', given: { record: 'acme' } }],
  ['set --because x ac', { of: 'record', typed: 'ac', given: { because: 'x' } }],
  ['set --because=x ac', { of: 'record', typed: 'ac', given: { because: 'x' } }],
  ['set -b x ac', { of: 'record', typed: 'ac', given: { because: 'x' } }],
  ['set acme --because ', { of: 'because', before: '', typed: '' }],
  ['set acme --because=wh', { of: 'because', before: '--because=', typed: 'wh' }],
  ['set -- --be', { of: 'record', typed: '--be' }],
  ['list al', { of: 'name', typed: 'al' }],
] as const)('a value: "%s"', ([line, expected]) => {
  expect(find(line).value).toMatchObject(expected)
})

test('flags: those that can still be said', () => {
  expect(flagNames(find('set acme --'))).toEqual(['because', 'force'])
  expect(flagNames(find('set acme --force --'))).toEqual(['because'])
  expect(flagNames(find('deal move a b --with x -'))).toEqual(['with'])
  expect(flagNames(find('deal move a b '))).toEqual(['with'])
})

test('a command that is also the beginning of another', () => {
  expect(find('list ')).toMatchObject({ name: ['list'], value: { of: 'name' } })
})
