import complete from '../../actions/complete.ts'
import { none, type Offers, startingWith, withBefore } from '../../features/names/offers.ts'
import type { Session } from '../../session/open.ts'
import { findSlot, type Known } from './find-slot.ts'
import { offerFlags, offerWords, ownChoices } from './offer-words.ts'
import type { Line } from './split-line.ts'

type Program = { commands: readonly Known[]; topics: Parameters<typeof offerWords>[1] }

/** Offers what may follow on a line: words of commands, flags, their own choices, or names of the workspace `open` opens. */
export async function offerFor(
  { words, typed, redirected }: Line,
  { commands, topics }: Program,
  open: (cwd: string | undefined) => Session,
): Promise<Offers> {
  if (redirected) return { names: [], rest: 'files' }
  const slot = findSlot(commands, words, typed)
  const { name, command, flags, value } = slot
  if (flags) return offerFlags(flags, typed)
  const goesOn = name ? offerWords(commands, topics, name, typed) : none
  if (!command || !value) return goesOn
  const choices = ownChoices(slot)
  if (choices) return withBefore(value.before, startingWith(value.typed, choices))
  const asked = { command: command.id.replaceAll(':', ' '), of: value.of, typed: value.typed, given: value.given }
  const found = await complete.run(asked, open(value.given['cwd']))
  return { ...withBefore(value.before, found), names: [...goesOn.names, ...withBefore(value.before, found).names] }
}
