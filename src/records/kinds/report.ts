import * as z from 'zod'
import { choice, isCalendarDay, lazily, leaf, list, text } from './field-types.ts'

const word = /^(?:last_[1-9]\d{0,2}_days|this_(?:week|month|quarter))$/
const form = /^(?:last_[1-9]\d{0,2}_days|this_(?:week|month|quarter)|\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2})$/
const span = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/

const isPeriod = (words: string) => {
  const [, from = '', to = ''] = span.exec(words) ?? []
  return word.test(words) || (isCalendarDay(from) && isCalendarDay(to) && from <= to)
}

const period = leaf('text', 'a period such as last_7_days, this_week, this_quarter or 2026-11-01..2026-11-20', (e) =>
  z.string(e).regex(form, e).refine(isPeriod, e),
)

/** How a report is made: `reporting/templates/<name>.md`; the body is handlebars over the figures it asks for. */
export const Report = lazily(() =>
  z.looseObject({
    title: text.describe('What the report is called.'),
    scope: choice(['personal', 'team', 'pulse'])
      .describe('About one person, the whole team, or what rules noticed; says where it is written.')
      .default('personal'),
    period: period.describe('The days it looks at unless told otherwise, such as last_7_days.').default('last_7_days'),
    measures: list(text).describe('The figures it holds, by name.').default([]),
    audience: text.describe('Who reads it.').optional(),
  }),
)
export type Report = z.infer<ReturnType<typeof Report>>
