import * as z from 'zod'
import { choice, clockTime, day, email, external, flag, lazily, list, phone, text } from './field-types.ts'

const PersonRole = choice(['ae', 'sdr', 'am', 'csm', 'se', 'manager', 'revops'])

/** Someone of the team: `workspace-setup/people/<user>.yaml`. People who left stay, so that history adds up. */
export const Person = lazily(() =>
  z.looseObject({
    name: text.describe('The full name.'),
    emails: list(email).describe('Every address the person writes from; git and mail are matched by these.').optional(),
    aliases: list(text).describe('Other names that stand for this person, such as a CRM user name.').optional(),
    role: PersonRole.describe('What the person does.').optional(),
    manager: text.describe('The slug of the manager.').optional(),
    team: text.describe('The team the person belongs to.').optional(),
    territories: list(text).describe('The territories the person covers.').optional(),
    timezone: text.describe('The time zone by IANA name; absent, that of the workspace.').optional(),
    working_hours: z
      .looseObject(
        {
          from: clockTime.describe('When the working day begins, such as 09:00.').optional(),
          to: clockTime.describe('When the working day ends, such as 17:30.').optional(),
        },
        'keys and values such as from: "09:00"',
      )
      .describe('When the person works, in their time zone.')
      .optional(),
    absent: list(
      z.looseObject(
        {
          from: day.describe('The first day away.'),
          to: day.describe('The last day away; absent, until further notice.').optional(),
          cover: text.describe('Who stands in: a person.').optional(),
        },
        'keys and values such as from: 2026-11-02',
      ),
    )
      .describe('When the person is away, and who stands in.')
      .optional(),
    active: flag.describe('Whether the person is with us; absent means yes.').optional(),
    from: day.describe('The first day with us.').optional(),
    to: day.describe('The last day with us.').optional(),
    phone: phone.describe('The phone number.').optional(),
    external: external.optional(),
  }),
)
export type Person = z.infer<ReturnType<typeof Person>>
