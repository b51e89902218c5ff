import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Command, Config } from '@oclif/core'
import { describe, expect, test } from 'vitest'
import { commandTable } from '../../scripts/command-table.ts'

const root = dirname(dirname(import.meta.dirname))
const { commands } = await Config.load(root)
const words = (command: Command.Loadable) => command.id.replaceAll(':', ' ')

describe('every command says what it does', () => {
  test.for(commands.map((command) => [words(command), command] as const))('dossier %s', ([, command]) => {
    expect(command.summary).toMatch(/^[A-Z].*\.$/)
    expect(command.examples?.length ?? 0, 'examples').toBeGreaterThan(0)
    for (const [name, flag] of Object.entries(command.flags)) expect(flag.summary ?? flag.description, `--${name}`).toBeTruthy()
    for (const [name, arg] of Object.entries(command.args)) expect(arg.description, name).toBeTruthy()
  })
})

/** `log WHO [TEXT]`, then a line for each flag with the values it takes. */
function outline(command: Command.Loadable): string {
  const args = Object.values(command.args).map(({ name, required }) =>
    required ? name.toUpperCase() : `[${name.toUpperCase()}]`,
  )
  const flags = Object.values(command.flags)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map((flag) => {
      const value = flag.type === 'option' ? ` ${flag.options?.join('|') ?? String(flag.helpValue ?? 'VALUE')}` : ''
      const how = [
        flag.required && 'required',
        flag.type === 'option' && flag.multiple && 'many',
        flag.hidden && 'hidden',
      ].filter(Boolean)
      return `  ${flag.char ? `-${flag.char}, ` : ''}--${flag.name}${value}${how.length > 0 ? ` (${how.join(', ')})` : ''}`
    })
  return [[words(command), ...args, command.strict === false && '…'].filter(Boolean).join(' '), ...flags].join('\n')
}

test('the whole command line, which changes only on purpose', async () => {
  const sorted = commands.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  await expect(`${sorted.map(outline).join('\n\n')}\n`).toMatchFileSnapshot('../command-surface.txt')
})

test('the README lists the commands as they are (npm run build && npm run docs)', () => {
  expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain(commandTable(commands))
})
