import { instantOf } from '../../records/days/calendar.ts'
import { activityFileName } from '../../records/file-name.ts'
import { foreignBody } from '../../records/foreign/foreign-body.ts'
import type { Activity } from '../../records/kinds/activity.ts'
import { newRecordText } from '../../records/text/new-record.ts'
import type { Hands, Step } from './intake.ts'

type New = Pick<Activity, 'type' | 'date' | 'ends' | 'status' | 'subject' | 'direction' | 'by' | 'participants' | 'tags'> & {
  source: string
  text: string
  customer: string
  because: string
}

/** Files an activity under a source, or says where that is filed already. Name and ending follow from the source alone. */
export function fileActivity(
  { customer, because, text, ...fields }: New,
  { filing, said, dealsOf, zone, isThere }: Hands,
): { step: Step; isCut: boolean } {
  const { type, date, subject, source } = fields
  const path = `customers/${customer}/activities/${activityFileName({ type, date, subject, source }, '')}`
  if (filing.made.has(path) || isThere(path)) {
    const step: Step = {
      did: 'known',
      what: 'activity',
      called: subject,
      path,
      customer,
      because: 'a file of this name is there already',
    }
    return { step, isCut: false }
  }
  const { body, isCut } = foreignBody(text)
  const values = { ...fields, deal: said.deal ?? dealAt(customer, date, dealsOf, zone) }
  filing.edits.push({ do: 'create', path, text: newRecordText('activity', inOrder(values), body) })
  filing.made.set(path, source)
  filing.sources.set(source, path)
  return { step: { did: 'file', what: 'activity', called: subject, path, customer, because }, isCut }
}

/** What was made of a source already: in the tree, or by an earlier file of this run. */
export function filedBefore(source: string, called: string, { known, filing }: Hands): Step | undefined {
  const there = known.filedAs(source)
  const path = there?.path ?? filing.sources.get(source)
  if (path === undefined) return undefined
  const customer = there?.customer ?? /^customers\/([^/]+)\//.exec(path)?.[1]
  return { did: 'known', what: 'activity', called, path, ...(customer && { customer }), because: `filed already as ${source}` }
}

/** The customer's only open deal, if it was open by then. */
function dealAt(customer: string, date: string, dealsOf: Hands['dealsOf'], zone: string): string | undefined {
  const [deal, ...more] = dealsOf(customer)
  if (!deal || more.length > 0) return undefined
  return deal.opened === undefined || instantOf(deal.opened, zone) <= instantOf(date, zone) ? deal.slug : undefined
}

const order = ['type', 'date', 'ends', 'status', 'subject', 'direction', 'by', 'participants', 'deal', 'source', 'tags']

/** The fields as an activity is written by hand; lists without members are left out. */
const inOrder = (values: Record<string, unknown>) =>
  Object.fromEntries(order.map((key) => [key, Array.isArray(values[key]) && values[key].length === 0 ? undefined : values[key]]))
