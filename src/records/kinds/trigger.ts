import * as z from 'zod'
import { lengthOfTime } from '../rules/read-days.ts'
import { choice, lazily, leaf, list, text } from './field-types.ts'

const duration = leaf('text', 'a length of time such as 2 days or 3 hours', (e) => z.string(e).regex(lengthOfTime, e))

const occasion = choice(['added', 'changed', 'removed', 'daily'])
const Occasion = lazily(() =>
  z.union(
    [
      occasion,
      z.looseObject({
        cron: text.describe('A time of the day, week or month: minute, hour, day, month, weekday.').optional(),
        event: text.describe('The name of an event, such as reply_received.').optional(),
      }),
    ],
    'added, changed, removed, daily, or a key such as cron: "0 9 * * 1" or event: reply_received',
  ),
)

const Options = lazily(() =>
  z.looseObject(
    {
      after: duration.describe('Only once the episode has been open and unacknowledged for this long.').optional(),
      text: text.describe('The words of the task (create_task).').optional(),
      due: duration.describe('How far ahead the task is due (create_task); absent, the next working day.').optional(),
      forecast_category: text.describe('The category to set (update_forecast); absent, one step up is proposed.').optional(),
    },
    'keys and values such as after: 3 days',
  ),
)

/** One rule: what it looks at, when it holds, and what is then done. */
export const Rule = lazily(() =>
  z.looseObject(
    {
      description: text.describe('What the rule is for, in a sentence.').optional(),
      about: choice(['customer', 'deal', 'contact', 'activity', 'task'])
        .describe('What the rule looks at; absent, activities for keywords and else customers.')
        .optional(),
      on: z
        .union([Occasion(), list(Occasion())], 'one or a list of added, changed, removed, daily, cron: … and event: …')
        .describe('When to look. trigger run looks at everything, whenever it is called.')
        .optional(),
      conditions: list(text).describe('CEL conditions that must all hold.').optional(),
      all: list(text).describe('CEL conditions that must all hold.').optional(),
      any: list(text).describe('CEL conditions of which one must hold.').optional(),
      keywords: list(text).describe('Phrases of which one must have been said: not asked, denied or quoted.').optional(),
      within: duration.describe('How old an activity may be for keywords to count; absent, 7 days.').optional(),
      for: duration.describe('How long it must hold before the rule fires.').optional(),
      again: duration.describe('The silence after an episode has ended.').optional(),
      actions: list(z.union([text, z.record(z.string(), Options())], 'an action, or an action: {after: 3 days}'))
        .describe('What is done: notify_ae, alert_csm, escalate_to_manager, create_task, update_forecast.')
        .default([]),
      runs_on: choice(['owner', 'anyone', 'server']).describe('Whose machine acts; for dossier watch.').optional(),
      urgency: choice(['high', 'medium', 'low']).describe('How soon somebody should look.').default('high'),
    },
    'keys and values such as conditions and actions',
  ),
)
export type Rule = z.infer<ReturnType<typeof Rule>>

/** Rules by name: `workspace-setup/triggers/<file>.yaml`, and each seller's own in `personal/<user>/triggers/`. */
export const Trigger = lazily(() =>
  z
    .object({
      triggers: z
        .record(z.string(), Rule(), 'rules by name')
        .describe('The rules by name; they may also stand without this key.')
        .optional(),
    })
    .catchall(Rule()),
)
export type Trigger = z.infer<ReturnType<typeof Trigger>>
