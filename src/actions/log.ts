import * as z from 'zod'
import { findRepeat } from '../features/activities/find-repeat.ts'
import { findNextSteps } from '../features/activities/next-steps.ts'
import { nameParticipants, openWho, targetOf } from '../features/activities/open-who.ts'
import { planLog } from '../features/activities/plan-log.ts'
import { proposeChanges } from '../features/activities/propose-changes.ts'
import { instantOf, stampIn } from '../records/days/calendar.ts'
import { needMoment } from '../records/days/moment-words.ts'
import { ActivityType } from '../records/kinds/activity.ts'
import { isThere } from '../workspace/tree.ts'
import { changing } from './action.ts'

export default changing({
  name: 'log',
  summary: 'Log a call, e-mail, meeting, chat or note, and see what follows from it.',
  effect: 'write',
  input: z.object({
    type: ActivityType.describe('What it was.'),
    who: z.string().describe('With whom: a contact, customer or deal, by slug, e-mail, domain, external id, name or path.'),
    text: z
      .string()
      .trim()
      .min(1, 'say what it was about')
      .refine((text) => !text.includes('\0'), 'this is no text')
      .describe('What was said; the first sentence becomes its subject.'),
    at: z.string().optional().describe('When, if not now: "yesterday 15:00", "fri 9:30", "20 Nov".'),
    with: z.string().optional().describe('Others who took part, by contact or e-mail, separated by commas.'),
    direction: z.enum(['inbound', 'outbound', 'internal']).optional().describe('Who reached out.'),
    yes: z.boolean().default(false).describe('Apply what follows from it.'),
  }),
  async decide({ type, who: name, text: typed, at, with: others = '', direction, yes }, session) {
    const place = session.place()
    const [by, zone, today] = [await session.needMe(), await session.zone(), await session.today()]
    const now = session.now()
    const date = at ? await needMoment(at, { now, zone }) : stampIn(zone, now)
    const who = await openWho(place, name)
    const { customer } = who
    const more = await nameParticipants(
      place,
      customer,
      others
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean),
    )
    const text = typed.replace(/\r\n?/g, '\n')
    const { path, subject, edit } = planLog(
      {
        type,
        date,
        text,
        customer,
        by,
        direction,
        planned: date.length === 10 ? date > today : instantOf(date, zone) > now,
        participants: [...new Set([...who.participants, ...more])],
        deal: who.deal?.slug,
      },
      { ending: (of) => session.ending(of), isTaken: (wanted) => isThere(place, wanted) },
    )
    const { proposals, edits } = proposeChanges(findNextSteps(text, date.slice(0, 10)), targetOf(place, who), {
      day: today,
      owner: by,
    })
    const repeat = findRepeat(place, { customer, type, date, text, zone })
    return {
      plan: { subject: `${customer}: ${type}, ${subject}`, edits: [edit, ...(yes ? edits : [])] },
      answer: {
        path,
        type,
        date,
        subject,
        customer,
        ...(who.deal && { deal: who.deal.slug }),
        proposals,
        applied: yes && proposals.length > 0,
      },
      ...(repeat && { asks: `The same ${type} is there already: ${repeat}. Log it again?` }),
    }
  },
})
