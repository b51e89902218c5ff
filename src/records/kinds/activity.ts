import * as z from 'zod'
import { choice, external, instant, lazily, leaf, list, text } from './field-types.ts'

const feeling = leaf('number', 'a number from -1 to 1 such as 0.5', (e) => z.number(e).min(-1, e).max(1, e))

export const ActivityType = choice(['call', 'email', 'meeting', 'chat', 'note'])

/** Something that happened or will: one file per call, e-mail, meeting, chat or note in `activities/`. */
export const Activity = lazily(() =>
  z.looseObject({
    type: ActivityType.describe('What it was.'),
    date: instant.describe('When it began: a day, or a day and a time.'),
    ends: instant.describe('When it ended.').optional(),
    status: choice(['planned', 'done', 'cancelled']).describe('Whether it took place; absent means done.').optional(),
    subject: text.describe('What it was about.'),
    direction: choice(['inbound', 'outbound', 'internal']).describe('Who reached out.').optional(),
    by: text.describe('Who of us: a person of workspace-setup/people.').optional(),
    participants: list(text).describe('Who took part: contacts by slug, others by e-mail.').optional(),
    deal: text.describe('The slug of the deal it belongs to.').optional(),
    source: text.describe('Where it was imported from, such as gong:123 or gmail:<id>; unique.').optional(),
    sentiment: z
      .union(
        [feeling, choice(['positive', 'neutral', 'negative'])],
        'a number from -1 to 1 or one of positive, neutral, negative',
      )
      .describe('How it felt: from -1 to 1, or positive, neutral or negative.')
      .optional(),
    outcome: text.describe('What came of it.').optional(),
    tags: list(text).describe('Free labels.').optional(),
    external: external.optional(),
  }),
)
export type Activity = z.infer<ReturnType<typeof Activity>>

/** Whether it took place, as far as its status says; its date may still lie ahead. */
export const isDone = ({ status = 'done' }: Pick<Activity, 'status'>): boolean => status === 'done'
