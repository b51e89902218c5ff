import type { Problem } from '../../records/problem.ts'
import { customerIn } from '../../workspace/tree.ts'
import type { Decision } from './decide.ts'
import type { Evaluated } from './evaluate-rules.ts'
import type { Verdict } from './judge-rule.ts'
import type { Run } from './plan-run.ts'

/** Tells of a subject a rule holds for. */
export const tellVerdict = (rule: string, { subject, because, said }: Verdict) => ({
  rule,
  subject: subject.key,
  ...(subject.customer && { customer: subject.customer }),
  because,
  ...(said && { quote: said.quote, source: said.source }),
})

/** Tells of the subjects for which a rule stays silent, and why. */
export const tellQuiet = ({ rule: { name }, quiet, standing }: Decision) => [
  ...standing.map(({ verdict, episode }) => ({
    rule: name,
    subject: verdict.subject.key,
    because: `${verdict.because}; ${episode.value.status} already: ${episode.path}`,
  })),
  ...quiet.map(({ verdict, because }) => ({ rule: name, subject: verdict.subject.key, because })),
]

/** What is wrong in the rules that were asked, and in files that could not be read for them. */
export function tellProblems({ rules, tree, state }: Evaluated, only: string | undefined): Problem[] {
  const watch = rules.rules.filter(({ needsWatch, name }) => needsWatch && (only === undefined || only === name))
  const late = watch.map(
    ({ name, path, line }): Problem => ({
      path,
      line,
      column: 1,
      message: `The rule ${name} looks only at what is removed or at events, which trigger run cannot see.`,
      expected: 'on: changed or on: daily as well',
      severity: 'warning',
    }),
  )
  const unread = [...tree.problems, ...state.problems].filter(({ severity }) => severity === 'error')
  return [...(only === undefined ? rules.problems : []), ...late, ...unread]
}

/** A run in words: the commit's subject, its reason, and what a person is told. */
export function sayRun({ edits, fired, due, ended, firstSeen, pending }: Run): {
  subject: string
  because?: string
  said: string
} {
  const [first] = fired
  const known = firstSeen.map(
    ({ rule, count }) =>
      `${rule}: ${count} already true; dossier trigger run --include-known fires ${count === 1 ? 'it' : 'them'}`,
  )
  const parts = [
    fired.length > 0 && `${fired.length} fired`,
    due.length > 0 && `${due.length} became due`,
    ended.length > 0 && `${ended.length} ended`,
    pending.length > 0 && `${pending.length} waiting`,
  ].filter((part) => part !== false)
  const single =
    fired.length === 1 &&
    first &&
    `${first.rule.name} fired for ${first.episode.subjects ? `${first.episode.subjects.length} at once` : (first.episode.customer ?? first.episode.subject)}`
  const subject = `rules: ${single || parts.join(', ') || 'first look'}`
  const because = [...fired, ...due].map(({ rule, episode }) => `${rule.name}: ${episode.because}`)
  const over = ended.map((one) => `${one.rule}: no longer so for ${nameOf(one.subject)}`)
  const said = [parts.join(', '), ...over, ...known].filter(Boolean).join('\n')
  return {
    subject,
    ...(because.length > 0 && { because: because.slice(0, 5).join(' | ') }),
    said: said || (edits.length > 0 ? 'First look: nothing is true yet' : 'nothing new'),
  }
}

const nameOf = (path: string) => customerIn(path) ?? path
