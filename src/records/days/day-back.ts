import { Failure } from '../../failure.ts'
import { dayIn } from './calendar.ts'
import { readDayWords } from './day-words.ts'
import type { Here } from './moment-words.ts'

/** A day in words, of those gone by where there are two: on a Tuesday `friday` is the last one. */
export function readDayBack(words: string, today: string): string | undefined {
  const day = readDayWords(words, today, 'near')
  return (day && day > today && readDayWords(`last ${words}`, today, 'near')) || day
}

/** A day gone by in a person's words. Throws a Failure (exit 2) for what cannot be read. */
export function needDayBack(words: string, { now, zone }: Here): string {
  const day = readDayBack(words.trim(), dayIn(zone, now))
  if (day) return day
  throw new Failure(`"${words}" is no day that can be read for certain.`, {
    hint: '2026-10-01, "last monday" or "2 weeks ago"',
    exitCode: 2,
  })
}
