import type { BrokenRule, Rule } from '../../records/rules/compile-rules.ts'
import { type State, stateOf } from './read-state.ts'

/** A rule as lists and `--json` give it. */
export type ToldRule = {
  rule: string
  personal?: string
  about: string | null
  /** When it holds, in words. */
  when: string
  actions: string[]
  path: string
  line: number
  /** Open episodes, those that do not hold for long enough yet, and what was known at first sight; null while it was never run. */
  state: { open: number; pending: number; known: number | null }
  /** It waits for events that only `dossier watch` sees. */
  needsWatch?: true
  broken?: string
}

/** Tells of one rule. */
export function tellRule(rule: Rule, state: State): ToldRule {
  const { episodes, known } = stateOf(rule, state)
  const count = (isIt: (status: string) => boolean) => episodes.filter(({ value }) => isIt(value.status)).length
  return {
    rule: rule.name,
    ...(rule.personal && { personal: rule.personal }),
    about: rule.about,
    when: sayWhen(rule),
    actions: rule.actions.map(({ do: name, after }) => (after ? `${name} after ${after}` : name)),
    path: rule.path,
    line: rule.line,
    state: {
      open: count((status) => status !== 'resolved' && status !== 'pending'),
      pending: count((status) => status === 'pending'),
      known: known.length === 0 ? null : known.reduce((sum, { value }) => sum + value.pairs.length, 0),
    },
    ...(rule.needsWatch && { needsWatch: true as const }),
  }
}

/** Tells of a rule that cannot be asked. */
export function tellBroken({ name, personal, path, line, problems }: BrokenRule): ToldRule {
  const { message } = problems.find(({ severity }) => severity === 'error')!
  const state = { open: 0, pending: 0, known: null }
  return { rule: name, ...(personal && { personal }), about: null, when: '', actions: [], path, line, state, broken: message }
}

function sayWhen({ all, any, keywords, within, value }: Rule): string {
  const texts = (conditions: typeof all) => conditions.map(({ text }) => text)
  const said =
    keywords.length > 0 && `${keywords.map((keyword) => `"${keyword}"`).join(' or ')} said in ${value.within ?? `${within} days`}`
  const some = any.length > 0 && texts(any).join(' or ')
  const parts = [said, ...texts(all), all.length > 0 && any.length > 1 ? `(${some})` : some].filter(Boolean)
  return `${parts.join(' and ')}${value.for ? `, for ${value.for}` : ''}`
}
