import * as z from 'zod'
import { rowOf } from '../records/row.ts'
import { readNewest } from '../workspace/newest.ts'
import { openNamed } from '../workspace/open-named.ts'
import type { Place } from '../workspace/place.ts'
import { listRecords, readTeam } from '../workspace/records.ts'
import { openTasks } from '../workspace/tasks.ts'
import { asking } from './action.ts'

export default asking({
  name: 'customer show',
  summary: 'Show a customer: who they are, their people, deals, open tasks and newest activities.',
  effect: 'read',
  input: z.object({ customer: z.string().describe('Slug, domain, external id, name or path of the customer.') }),
  async run({ customer }, session) {
    const [today, shown] = await Promise.all([session.today(), readCustomer(session.place(), customer)])
    return { ...shown, today }
  },
})

async function readCustomer(place: Place, name: string) {
  const customer = await openNamed(place, name, ['customer'])
  const { slug } = customer
  const team = readTeam(place)
  const contacts = listRecords(place, 'contact', { customer: slug, team })
  const deals = listRecords(place, 'deal', { customer: slug, team })
  const newest = readNewest(place, slug, 5, team)
  return {
    customer: rowOf(customer),
    notes: customer.body.trim(),
    contacts: contacts.records.map(rowOf),
    deals: deals.records.map(rowOf),
    activities: newest.records.map(rowOf),
    activityCount: newest.total,
    tasks: openTasks(place, slug),
    problems: [...customer.read.problems, ...contacts.problems, ...deals.problems, ...newest.problems],
  }
}
