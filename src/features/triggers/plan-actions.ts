import { addDays } from '../../records/days/calendar.ts'
import { weekdayOf } from '../../records/days/name-day.ts'
import type { EpisodeAction } from '../../records/kinds/episode.ts'
import { renderTask } from '../../records/kinds/task.ts'
import type { Edit } from '../../records/plan.ts'
import type { Rule } from '../../records/rules/compile-rules.ts'
import type { RuleAction } from '../../records/rules/rule-actions.ts'
import { isThere } from '../../workspace/tree.ts'
import type { FindPerson, Part, Reached } from './find-people.ts'
import type { Subject, Tree } from './open-tree.ts'
import { planForecast } from './plan-forecast.ts'
import { taskText } from './task-text.ts'

/** What an action is done about: the episode by its name, its subject, and the day. */
export type Occasion = {
  rule: Rule
  subject: Subject
  name: string
  because: string
  quote?: string | undefined
  today: string
  opened: string
}

export type Hands = { tree: Tree; find: FindPerson; workingDays: readonly string[] }

/** One action as the episode tells it, and what doing it changes. */
export type Done = { action: EpisodeAction; edits: Edit[]; person?: string }

/** Decides one action of a rule: what it is for whom, and, once it is due, what it changes. */
export function planAction(wanted: RuleAction, occasion: Occasion, hands: Hands): Done {
  const { rule, subject, today, opened } = occasion
  const isDue = today >= addDays(opened, wanted.afterDays)
  const at = isDue ? { on: today } : { after: wanted.after! }
  const said = (more: Partial<EpisodeAction>, edits: Edit[] = [], person?: string): Done => ({
    action: { do: wanted.do, ...more, ...at },
    edits: isDue ? edits : [],
    ...(person && isDue && { person }),
  })
  if (wanted.do === 'update_forecast') {
    const { edits, ...told } = planForecast(wanted, subject, hands.tree)
    return said(told, edits)
  }
  const reached = whom(wanted.do, rule, subject, today, hands.find)
  const tell = reached.person ? { for: reached.person } : { without: reached.without! }
  if (wanted.do !== 'create_task') return said(tell, [], reached.person)
  const path = `customers/${subject.customer ?? '_unassigned'}/tasks/${occasion.name}.md`
  const line = renderTask({
    text: wanted.text ? plainText(wanted.text) : taskText(occasion, hands.tree),
    done: false,
    ...(reached.person && { owner: reached.person }),
    due: wanted.dueDays === undefined ? nextWorkingDay(today, hands.workingDays) : addDays(today, wanted.dueDays),
    priority: rule.urgency,
  })
  const edits: Edit[] = isThere(hands.tree.place, path) ? [] : [{ do: 'create', path, text: `${line}\n` }]
  return said({ ...(reached.person && { for: reached.person }), path }, edits)
}

const parts: Record<string, Part> = { notify_ae: 'owner', alert_csm: 'csm', escalate_to_manager: 'manager' }

/** Whom an action reaches. A manager is that of whom the rule tells first, and a task is that person's. */
function whom(name: string, rule: Rule, subject: Subject, day: string, find: FindPerson): Reached {
  const told = rule.actions.find((action) => action.do === 'notify_ae' || action.do === 'alert_csm')?.do
  const of = told === 'alert_csm' ? 'csm' : 'owner'
  return find(parts[name] ?? of, subject, day, of)
}

/** Words of a rule without what a task would take for its marks. */
const plainText = (text: string) => text.replace(/\s+/g, ' ').trim()

function nextWorkingDay(day: string, working: readonly string[]): string {
  for (let ahead = 1; ahead <= 7; ahead++) {
    const next = addDays(day, ahead)
    if (working.includes(weekdayOf(next).slice(0, 3))) return next
  }
  return addDays(day, 1)
}
