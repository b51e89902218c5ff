import * as z from 'zod'
import { Failure } from '../failure.ts'
import { lookAround } from '../features/merging/look-around.ts'
import { planContactMove } from '../features/merging/plan-contact-move.ts'
import { refuseUnsaved } from '../features/merging/refuse-merge.ts'
import { stampIn } from '../records/days/calendar.ts'
import { openNamed } from '../workspace/open-named.ts'
import { changing } from './action.ts'

export default changing({
  name: 'contact move',
  summary: 'Move a person who changed companies: a new file there, a stub here, and a note where deals are open.',
  effect: 'write',
  input: z.object({
    contact: z.string().describe('The contact: slug, customer/slug, e-mail, name or path.'),
    to: z.string().optional().describe('The customer the person works at now.'),
    email: z.email('an e-mail address such as jo@globex.com').optional().describe('The new work address.'),
    title: z.string().optional().describe('The new job title.'),
  }),
  async decide({ contact: name, to: typed, email, title }, session) {
    const refuse = (message: string, hint: string) => new Failure(message, { hint, exitCode: 2 })
    if (!typed) throw refuse('Where to? No customer was named.', `dossier contact move ${name} --to globex`)
    const place = session.place()
    const contact = await openNamed(place, name, ['contact'])
    const to = await openNamed(place, typed, ['customer'])
    if (contact.customer === to.slug)
      throw refuse(`${contact.called} is at ${to.slug} already: ${contact.path}.`, 'name another customer with --to')
    if (contact.customer === '_unassigned')
      throw refuse(`${contact.called} belongs to no customer yet.`, `dossier assign ${contact.called} ${to.slug}`)
    await refuseUnsaved(place, contact.called, [contact.path])
    const around = lookAround(place, contact, to, email)
    const { plan, stub, events } = planContactMove(contact, {
      ...around,
      title,
      day: await session.today(),
      date: stampIn(await session.zone(), session.now()),
      by: await session.me(),
      ending: (of) => session.ending(of),
    })
    return { plan, answer: { said: plan.subject, path: around.path, stub, roles: around.roles, events } }
  },
})
