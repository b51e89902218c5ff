import type { Kind } from './parts.ts'

export type Spot = { path: string; line: number }

/** A planted fact: its sentence, the lines where that begins (more than one, where mails quote it), and what replaced it later. */
export type Fact = {
  kind: Kind
  subject: string
  importance: number
  day: string
  sentence: string
  spots: Spot[]
  later: Fact[]
}

export const isCurrent = ({ later }: Pick<Fact, 'later'>) => later.length === 0
