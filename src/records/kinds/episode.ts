import * as z from 'zod'
import { choice, day, lazily, list, text } from './field-types.ts'

const EpisodeAction = lazily(() =>
  z.looseObject(
    {
      do: text.describe('The action, as the rule names it.'),
      for: text.describe('Whom it reaches: a person.').optional(),
      on: day.describe('The day it was done; absent while it is not due.').optional(),
      after: text.describe('How long the episode must be open first, such as 3 days.').optional(),
      path: text.describe('The file it made.').optional(),
      deal: text.describe('The deal it is about, by its path.').optional(),
      propose: z.record(z.string(), z.unknown(), 'fields and values').describe('What it proposes to set.').optional(),
      set: z.record(z.string(), z.unknown(), 'fields and values').describe('What it has set.').optional(),
      without: text.describe('Why nothing came of it.').optional(),
    },
    'keys and values such as do: notify_ae',
  ),
)

/** Something a rule noticed: `reporting/pulse/<name>.yaml`, one file for each; the program writes it, people may set `status`. */
export const Episode = lazily(() =>
  z.looseObject({
    rule: text.describe('The rule that noticed it.'),
    personal: text.describe('Whose personal rule it is; absent for a rule of the team.').optional(),
    about: choice(['customer', 'deal', 'contact', 'activity', 'task']).describe('The kind of the subject.'),
    subject: text.describe('The path of the record it is about; of the rule, where it gathers many.'),
    subjects: list(text).describe('The records of a digest: more than 20 for which one rule held at once.').optional(),
    customer: text.describe('The slug of the customer; absent for what belongs to none.').optional(),
    status: choice(['pending', 'open', 'acknowledged', 'snoozed', 'resolved'])
      .describe('pending: it holds, but not yet for as long as the rule wants; open until its condition stops holding.')
      .default('open'),
    since: day.describe('The local day its condition became true.'),
    opened: day.describe('The day the rule fired; `after` counts from here.').optional(),
    what: text.describe('What the rule is for, in its own words.').optional(),
    because: text.describe('What held on the day it was opened, with the values that were found.'),
    quote: text.describe('The sentence in which the keywords were found.').optional(),
    source: text.describe('Where that sentence stands: path:line.').optional(),
    urgency: choice(['high', 'medium', 'low']).describe('How soon somebody should look.').default('high'),
    for: list(text).describe('Whom it concerns: people.').default([]),
    actions: list(EpisodeAction()).describe('What was done, and what is to be done if nobody looks.').default([]),
    resolved: day.describe('The day its condition stopped holding.').optional(),
  }),
)
export type Episode = z.infer<ReturnType<typeof Episode>>
export type EpisodeAction = z.infer<ReturnType<typeof EpisodeAction>>
