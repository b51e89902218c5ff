import type { Command } from '@oclif/core'

type Flag = Command.Loadable['flags'][string]
export type Known = Pick<Command.Loadable, 'id' | 'args' | 'flags' | 'strict' | 'summary' | 'hidden'>

/** What stands at the cursor: a value of an argument or flag, a flag, or a word of a command's name. Several can be meant. */
export type Slot = {
  /** The words of a command's name so far; absent once it cannot go on. */
  name?: string[]
  command?: Known
  /** The flags that may be said here. */
  flags?: Flag[]
  /** The argument or flag whose value is typed; `before` is what stands before the value in the same word (`--owner=`). */
  value?: { of: string; flag?: Flag; before: string; typed: string; given: Record<string, string> }
}

/** Finds what a line asks for at its end. */
export function findSlot(commands: readonly Known[], words: readonly string[], typed: string): Slot {
  if (words[0] === 'help') return { name: words.slice(1) }
  const command = commandIn(commands, words)
  if (!command) return { name: [...words] }
  const depth = command.id.split(':').length
  const goesOn = words.length === depth && commands.some(({ id }) => id.startsWith(`${command.id}:`))
  return { ...(goesOn && { name: [...words] }), command, ...place(command, words.slice(depth), typed) }
}

/** The command that a line names: the longest name wins. */
function commandIn(commands: readonly Known[], words: readonly string[]): Known | undefined {
  const named = words.map((_, at) => words.slice(0, words.length - at).join(':'))
  return named.map((id) => commands.find((one) => one.id === id)).find(Boolean)
}

function place(command: Known, words: readonly string[], typed: string): Pick<Slot, 'flags' | 'value'> {
  const names = Object.keys(command.args)
  const given: Record<string, string> = {}
  const said = new Set<string>()
  let [waiting, flagsEnded, position] = [undefined as Flag | undefined, false, 0]
  for (const word of words) {
    if (waiting) {
      given[waiting.name] = word
      waiting = undefined
    } else if (word === '--' && !flagsEnded) flagsEnded = true
    else if (!flagsEnded && word.length > 1 && word.startsWith('-')) {
      const [, name = '', value] = /^-{1,2}([^=]*)(?:=([^]*))?$/.exec(word) ?? []
      const flag = flagNamed(command, name)
      if (flag) said.add(flag.name)
      if (flag && value !== undefined) given[flag.name] = value
      else if (flag?.type === 'option') waiting = flag
    } else given[argumentAt(command, names, position++) ?? ''] = word
  }
  if (waiting) return { value: { of: waiting.name, flag: waiting, before: '', typed, given } }
  const [, name, value = ''] = (!flagsEnded && /^--([^=]+)=([^]*)$/.exec(typed)) || []
  const flag = name === undefined ? undefined : flagNamed(command, name)
  if (flag) return { value: { of: flag.name, flag, before: `--${name}=`, typed: value, given } }
  const left = Object.values(command.flags).filter((one) => !one.hidden && (!said.has(one.name) || isMany(one)))
  if (!flagsEnded && typed.startsWith('-')) return { flags: left }
  const of = argumentAt(command, names, position)
  if (of !== undefined) return { value: { of, before: '', typed, given } }
  return typed === '' && !flagsEnded ? { flags: left } : {}
}

const isMany = (flag: Flag) => flag.type === 'option' && flag.multiple === true

const flagNamed = ({ flags }: Known, name: string) =>
  flags[name] ?? Object.values(flags).find(({ char }) => char !== undefined && char === name)

/** The last argument takes all words that are left where a command takes any number. */
const argumentAt = ({ strict }: Known, names: readonly string[], position: number) =>
  names[position] ?? (strict === false ? names.at(-1) : undefined)
