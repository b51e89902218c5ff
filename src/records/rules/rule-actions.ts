import { ForecastCategory } from '../kinds/deal.ts'
import type { Problem } from '../problem.ts'
import { sayChoices } from '../schema/say-issue.ts'
import { readDays } from './read-days.ts'

/** What a rule may do, and which options each action takes besides `after`. */
const known = {
  notify_ae: [],
  alert_csm: [],
  escalate_to_manager: [],
  create_task: ['text', 'due'],
  update_forecast: ['forecast_category'],
} as const satisfies Record<string, readonly string[]>

type ActionName = keyof typeof known
/** The actions a rule may name, in the order they are shown. */
export const actionNames = Object.keys(known) as ActionName[]

/** An action of a rule as it is done; lengths of time are in whole days. */
export type RuleAction = {
  do: ActionName
  /** As it was written, for people. */
  after?: string
  afterDays: number
  text?: string
  dueDays?: number
  set?: { forecast_category: string }
}

type Place = { path: string; line: number; column: number }
type Read = { action: RuleAction; problem?: undefined } | { problem: Problem; action?: undefined }

/** Reads one action of a rule, `create_task` or `{create_task: {due: 2 days}}`, with its place. */
export function readAction(written: unknown, place: Place): Read {
  const refuse = (message: string, expected: string): Read => ({ problem: { ...place, message, expected, severity: 'error' } })
  const isWord = typeof written === 'string'
  const entries = isWord ? [[written, {}] as const] : Object.entries(written ?? {})
  const [first, second] = entries
  if (!first || second)
    return refuse('An action is one word, or one word with its options.', 'notify_ae, or escalate_to_manager: {after: 3 days}')
  const [name, given] = first
  if (!isKnown(name)) return refuse(`There is no action "${name}".`, sayChoices(name, actionNames))
  const options = (given ?? {}) as Record<string, unknown>
  const allowed: readonly string[] = ['after', ...known[name]]
  const stray = Object.keys(options).find((option) => !allowed.includes(option))
  if (stray) return refuse(`${name} takes no option "${stray}".`, sayChoices(stray, allowed))
  const { after, text, due, forecast_category: category } = options as Record<string, string | undefined>
  if (category !== undefined && !ForecastCategory.safeParse(category).success)
    return refuse(`There is no forecast category "${category}".`, sayChoices(category, ForecastCategory.options))
  return {
    action: {
      do: name,
      afterDays: (after !== undefined && readDays(after)) || 0,
      ...(after !== undefined && { after: after.trim() }),
      ...(text && { text }),
      ...(due !== undefined && { dueDays: readDays(due) ?? 0 }),
      ...(category !== undefined && { set: { forecast_category: category } }),
    },
  }
}

const isKnown = (name: string): name is ActionName => Object.hasOwn(known, name)
