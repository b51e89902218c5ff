import { z } from 'zod'
import { rowOf } from '../records/row.ts'
import { openNamed } from '../workspace/open-named.ts'
import { listRecords, readTeam } from '../workspace/records.ts'
import { readNewest } from '../workspace/newest.ts'
import { openTasks } from '../workspace/tasks.ts'
import { asking } from './action.ts'

export default asking({
  name: 'customer show',
  summary: 'Show a customer: who they are, their people, deals, open tasks and newest activities.',
  effect: 'read',
  input: z.object({ customer: z.string().describe('Slug, domain, external id, name or path of the customer.') }),
  run: async ({ customer: name }, session) => {
    const place = session.place()
    const { called: slug, ...customer } = await openNamed(place, name, ['customer'])
    const team = readTeam(place)
    const [contacts, deals] = [listRecords(place, 'contact', { customer: slug, team }), listRecords(place, 'deal', { customer: slug, team })]
    const newest = readNewest(place, slug, 5, team)
    return {
      customer: rowOf(customer),
      notes: customer.body.trim(),
      contacts: contacts.records.map(rowOf),
      deals: deals.records.map(rowOf),
      activities: newest.records.map(rowOf),
      activityCount: newest.total,
      tasks: openTasks(place, slug),
      today: await session.today(),
      problems: [...customer.read.problems, ...contacts.problems, ...deals.problems, ...newest.problems],
    }
  },
})
