import { type Offer, type Offers, startingWith } from '../../features/names/offers.ts'
import type { Known, Slot } from './find-slot.ts'

type Topics = readonly { name: string; description?: string | undefined }[]

/** Offers the next word of a command's name. */
export function offerWords(commands: readonly Known[], topics: Topics, before: readonly string[], typed: string): Offers {
  const start = before.map((word) => `${word}:`).join('')
  const words = new Map<string, Offer>()
  for (const { id, summary } of commands.filter((one) => !one.hidden && one.id.startsWith(start))) {
    const [value = '', ...more] = id.slice(start.length).split(':')
    const topic = topics.find(({ name }) => name === start + value)?.description
    if (more.length === 0 || !words.has(value)) words.set(value, { value, about: more.length === 0 ? summary : topic })
  }
  if (before.length === 0) words.set('help', { value: 'help', about: 'Say what a command does.' })
  return startingWith(typed, words.values())
}

/** Offers the flags of a command, with what each does. */
export function offerFlags(flags: NonNullable<Slot['flags']>, typed: string): Offers {
  const long = flags.map(({ name, summary, description }) => ({ value: `--${name}`, about: summary ?? description }))
  return startingWith(typed, [...long, { value: '--help', about: 'Say what the command does.' }])
}

/** The values a flag or argument names itself: its options, or those its summary ends with (`One of a, b.`); undefined where it names none. */
export function ownChoices({ command, value }: Slot): readonly string[] | undefined {
  const said = value!.flag ?? command!.args[value!.of]
  const options = said && 'options' in said ? said.options : undefined
  const [, listed] = /\bOne of ([^.]+)\.$/.exec(value!.flag?.summary ?? '') ?? []
  return options ?? listed?.split(', ')
}
