import { dirname } from 'node:path'
import { Config } from '@oclif/core'
import { expect, test } from 'vitest'
import { meaningOf } from '../../../src/features/names/meanings.ts'

const { commands } = await Config.load(dirname(dirname(dirname(import.meta.dirname))))

/** What is free text, a number, a day or a condition: there are no names to offer. */
const free = new Set(
  [
    ['as', 'as-of', 'at', 'because', 'breaks', 'budget', 'changed-since', 'clientProcessId', 'currency', 'dates', 'decimal'],
    ['direction', 'due', 'email', 'format', 'group-by', 'in', 'limit', 'line', 'lines', 'min', 'name', 'not', 'period'],
    ['priority', 'shell', 'since', 'title', 'until', 'when', 'where', 'words'],
    ['context explain item', 'migrate to'],
  ].flat(),
)

test('every argument and flag means something, or is known to be free (src/features/names/meanings.ts)', () => {
  const unknown = commands.flatMap(({ id, args, flags }) => {
    const command = id.replaceAll(':', ' ')
    const named = [...Object.values(args), ...Object.values(flags).filter(({ type }) => type === 'option')]
    return named
      .filter(({ name }) => meaningOf(command, name) === 'free' && !free.has(name) && !free.has(`${command} ${name}`))
      .map(({ name }) => `${command} ${name}`)
  })
  expect(unknown).toEqual([])
})

test.for([
  ['set', 'record', 'record'],
  ['contact set', 'record', 'contact'],
  ['contact move', 'to', 'customer'],
  ['handover', 'to', 'person'],
  ['customer merge', 'into', 'customer'],
  ['task move', 'into', 'record'],
  ['report run', 'name', 'report'],
  ['customer new', 'name', 'free'],
] as const)('%s, %s: %s', ([command, name, meaning]) => {
  expect(meaningOf(command, name)).toBe(meaning)
})
