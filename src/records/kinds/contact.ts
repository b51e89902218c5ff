import * as z from 'zod'
import { archived, belongsTo, choice, day, email, external, flag, imported, lazily, list, phone, text } from './field-types.ts'

/** The parts a person can play in a purchase; a deal's `people` may give another one than the contact's own. */
export const ContactRole = choice(['champion', 'economic-buyer', 'technical', 'user', 'blocker', 'coach', 'other'])

const Consent = lazily(() =>
  z
    .looseObject(
      {
        given: flag.describe('Whether the person agreed to be written to.').optional(),
        on: day.describe('The day of the answer.').optional(),
        basis: text.describe('On what ground we write, such as opt-in or legitimate-interest.').optional(),
        source: text.describe('Where the answer stands, such as a form or a mail.').optional(),
        calls: flag.describe('Whether the person may be called; absent means yes.').optional(),
      },
      'keys and values such as given: true',
    )
    .describe('Whether and why we may write to this person.'),
)

/** A person at a customer: `contacts/<slug>.md`. */
export const Contact = lazily(() =>
  z.looseObject({
    name: text.describe('The full name.'),
    email: email.describe('The main e-mail address.').optional(),
    emails: list(email).describe('Further e-mail addresses of the same person.').optional(),
    phone: phone.describe('The phone number in E.164, such as +4915112345678.').optional(),
    title: text.describe('The job title.').optional(),
    owner: text.describe('Who looks after this person; absent, who owns the customer: a person.').optional(),
    role: ContactRole.describe('The part the person plays when the company buys.').optional(),
    linkedin: text.describe('The address of the LinkedIn profile.').optional(),
    reports_to: text.describe('The slug of the contact this person reports to.').optional(),
    status: choice(['active', 'left']).describe('Whether the person still works there; absent means active.').optional(),
    moved_to: text.describe('The slug of the customer the person went to.').optional(),
    moved_from: text.describe('The slug of the customer the person came from.').optional(),
    consent: z
      .union([flag, text, Consent()], 'true, false, a word such as opt-in, or keys such as given, on and basis')
      .describe('Whether and why we may write to this person.')
      .optional(),
    tags: list(text).describe('Free labels.').optional(),
    external: external.optional(),
    bounced: z
      .looseObject(
        {
          on: day.describe('The day mail came back.').optional(),
          reason: text.describe('What the other side said.').optional(),
        },
        'keys and values such as on and reason',
      )
      .describe('Mail to this person came back; nothing more is sent.')
      .optional(),
    imported: imported.optional(),
    belongs_to: belongsTo.optional(),
    archived: archived.optional(),
  }),
)
export type Contact = z.infer<ReturnType<typeof Contact>>

/** Tells whether somebody named by slug or address, as participants are, is this contact. */
export function tellContact(slug: string, contact: Pick<Contact, 'email' | 'emails'>): (named: string) => boolean {
  const names = [slug, contact.email ?? '', ...(contact.emails ?? [])].filter(Boolean)
  const known = new Set(names.map((name) => name.toLowerCase()))
  return (named) => known.has(named.trim().toLowerCase())
}
