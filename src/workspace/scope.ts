import type { Names } from '../records/condition/names.ts'
import type { Scope } from '../records/condition/step.ts'
import { dayIn, daysBetween } from '../records/days/calendar.ts'
import { ownWords } from '../records/keywords/own-words.ts'
import { type Contact, tellContact } from '../records/kinds/contact.ts'
import type { TeamFields } from '../records/kinds/fields.ts'
import { readTasks } from '../records/kinds/task.ts'
import { rowOf } from '../records/row.ts'
import { fieldsOf } from '../records/schema/schema-of.ts'
import { type Facts, openFacts, openFirstDays } from './book/facts.ts'
import type { Place } from './place.ts'
import { type Kept, listRecords, openRecord } from './records.ts'
import { isCustomer } from './tree.ts'

type Beside = 'customer' | 'contact' | 'deal' | 'activity'
type Subject = Kept<Beside>
type Computed = Pick<Scope, 'no_activity' | 'health_score' | 'text'>
type Asked = {
  today: string
  zone: string
  me?: string | undefined
  team?: TeamFields | undefined
  /** What is computed of the record (`computedOf`); absent, it is null to the condition. */
  computed?: Computed
}

/** The field names a condition may use: the schema's and the team's own. */
export const namesFor = (team?: TeamFields): Names => ({
  ...Object.fromEntries(
    (['customer', 'deal', 'contact', 'activity'] as const).map((kind) => [kind, Object.keys(fieldsOf(kind, team))]),
  ),
  task: ['text', 'owner', 'due', 'priority', 'done', 'path', 'line'],
})

/** What a condition about one record may look at. Nothing is read from the disk before the condition asks for it. */
export function scopeOf(place: Place, record: Subject, { team, ...asked }: Asked): Scope {
  const { customer: slug } = record
  return scopeAmong(record, asked, (kind) => {
    if (!slug) return []
    if (kind !== 'customer') return listRecords(place, kind, { customer: slug, ...(team && { team }) }).records
    return isCustomer(place, slug) ? [openRecord(place, kind, `customers/${slug}/customer.md`, team)] : []
  })
}

/** The same, wherever the other records of the customer come from; nothing is made before the condition asks for it. */
export function scopeAmong(
  record: Subject,
  { today, zone, me, computed }: Omit<Asked, 'team'>,
  beside: (kind: Beside) => Kept[],
): Scope {
  const own = () => rowOf(record)
  const list = (kind: Beside) => beside(kind).map((other) => rowOf(other))
  return {
    today,
    zone,
    me: me ?? null,
    get [record.kind]() {
      return own()
    },
    get customer() {
      return record.kind === 'customer' ? own() : (list('customer')[0] ?? null)
    },
    get contacts() {
      return list('contact')
    },
    get deals() {
      return list('deal')
    },
    get activities() {
      return list('activity')
    },
    get tasks() {
      return readTasks(record.path, record.text)
    },
    get no_activity() {
      return computed?.no_activity ?? null
    },
    get health_score() {
      return computed?.health_score ?? null
    },
    get text() {
      return computed?.text ?? null
    },
  }
}

/** Where what is computed comes from; nothing is asked for before a condition asks. */
type Sources = {
  factsOf: (customer: string) => Facts
  /** The day of a record's first commit, for those nobody has ever touched. */
  firstDay: (path: string) => string | undefined
  today: string
}

/**
 * What is computed of a record (model.md, Touch and health): days since the last touch of the customer, with the contact, or about
 * the deal; the customer's health; and what the record says in its author's own words, in small letters.
 */
export function computedOf(record: Subject, { factsOf, firstDay, today }: Sources): Computed {
  const { customer = '_unassigned' } = record
  return {
    get no_activity() {
      if (record.kind !== 'deal' && record.kind !== 'contact') return factsOf(customer).noActivity
      const isIt = tellContact(record.slug, record.value as Contact)
      const own = factsOf(customer).touches.findLast((touch) =>
        record.kind === 'deal' ? touch.deal === record.slug : touch.with.some(isIt),
      )
      const since = own?.day ?? firstDay(record.path)
      return since === undefined ? null : Math.max(0, daysBetween(since, today))
    },
    get health_score() {
      return factsOf(customer).health.score
    },
    get text() {
      const { subject } = record.value as { subject?: string }
      const said = ownWords(record.body).map(({ text }) => text)
      return [...(subject && !isAnswer(subject) ? [subject] : []), ...said].join('\n').trim().toLowerCase()
    },
  }
}

/** Opens what is computed of records for a condition that a command asks (a move, `--where`). */
export function openComputed(place: Place, asked: Parameters<typeof openFacts>[1]): (record: Subject) => Computed {
  const factsOf = openFacts(place, asked)
  const firstDay = openFirstDays(place)
  const today = dayIn(asked.zone, asked.now)
  return (record) => computedOf(record, { factsOf, firstDay: (path) => firstDay(path, asked.zone), today })
}

/** Whether a subject was taken over from the mail that is answered or passed on. */
export const isAnswer = (subject: string) => /^(?:re|aw|antw|sv|tr|fwd?|wg|rv|rif|r|i)\s?(?:\[\d+\])?:/i.test(subject)
