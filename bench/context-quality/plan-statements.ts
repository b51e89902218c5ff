import type { Chance } from './chance.ts'
import { sayDay, sayNumber } from './fill.ts'
import { type Kind, kinds, type Phrasings, type Subject, type Talk } from './parts.ts'

/** A fact before it is written down; those of one subject are in the order of their days. */
export type Statement = {
  kind: Kind
  subject: string
  /** As it is called this time. */
  called: string
  phrasing: string
  value: string
  old: string
  day: number
}

/** Of each kind: so many subjects are stated once, twice and three times. */
const often = [5, 10, 5]
/** Between two statements of a subject lie so many days at least. */
const apart = 21
const DAY = 86_400_000

/** 200 statements about 100 subjects, half of them replaced later; days count back from `last` over `span` days. */
export function planStatements(
  phrasings: Phrasings,
  talk: Talk,
  chance: Chance,
  { last, span }: { last: number; span: number },
): Statement[] {
  return kinds.flatMap((kind) => {
    const { plain, change, subjects } = phrasings[kind]
    const next = { plain: deal(plain, chance), change: deal(change, chance) }
    const counts = often.flatMap((many, n) => Array.from({ length: many }, () => n + 1))
    return chance
      .shuffle(subjects)
      .slice(0, counts.length)
      .flatMap((subject, n) => {
        const days = drawDays(counts[n]!, chance, span).map((ago) => last - ago * DAY)
        const made: Statement[] = []
        for (const [at, day] of days.entries()) {
          const before = made.at(-1)
          const old = before?.phrasing.includes('{value}') ? before.value : ''
          const isChange = before !== undefined && chance.is(0.6)
          const phrasing = next[isChange ? 'change' : 'plain']((one) => old !== '' || !one.includes('{old}'))
          const value = drawValue(kind, subject, { talk, chance, day, taken: made.map((one) => one.value) })
          const called = at === 0 || chance.is(0.35) ? subject.names[0]! : chance.pick(subject.names)
          made.push({ kind, subject: subject.names[0]!, called, phrasing, value, old, day })
        }
        return made
      })
  })
}

/** Gives each of a list before any comes twice. */
function deal(list: readonly string[], chance: Chance) {
  let left: string[] = []
  return (fits: (one: string) => boolean): string => {
    let at = left.findIndex(fits)
    if (at < 0) {
      left = [...left, ...chance.shuffle(list)]
      at = left.findIndex(fits)
    }
    return left.splice(at, 1)[0]!
  }
}

/** Days ago, the oldest first. */
function drawDays(count: number, chance: Chance, span: number): number[] {
  for (;;) {
    const days = Array.from({ length: count }, () => chance.between(1, span - 1)).sort((a, b) => b - a)
    if (days.every((day, n) => n === 0 || days[n - 1]! - day >= apart)) return days
  }
}

type Drawing = { talk: Talk; chance: Chance; day: number; taken: readonly string[] }

function drawValue(kind: Kind, subject: Subject, { talk, chance, day, taken }: Drawing): string {
  for (;;) {
    const value = draw(kind, subject, { talk, chance, day })
    if (!taken.includes(value)) return value
  }
}

function draw(kind: Kind, { values = [], range }: Subject, { talk, chance, day }: Omit<Drawing, 'taken'>): string {
  if (kind === 'date') return sayDay(day + chance.between(25, 260) * DAY, chance.pick(talk.dates))
  if (kind === 'role') return chance.pick([...talk.people.others, ...talk.people.contacts])
  if (!range) return chance.pick(values)
  const [least, most, step] = range
  const n = least + step * chance.below((most - least) / step + 1)
  return chance
    .pick(values)
    .replace('{n}', sayNumber(n))
    .replace('{k}', sayNumber(n / 1000))
}
