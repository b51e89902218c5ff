import { styleText } from 'node:util'
import type { ContactMerge } from '../../../features/merging/plan-contact-merge.ts'
import type { OpenRole } from '../../../features/merging/plan-contact-move.ts'
import type { CustomerMerge } from '../../../features/merging/plan-customer-merge.ts'
import { sayCount } from '../../../formulas/say-figure.ts'
import { sayValue } from '../../../records/say-value.ts'
import { wrap } from '../../terminal/table.ts'

type Done = { apply: boolean; commit: string | null }
type Fields = Pick<CustomerMerge, 'taken' | 'differing'>

/** How many files of a kind are spelt out. */
const most = 12

/** What merging two customers does, or did: fields, files, references, and what stays. */
export function sayCustomerMerge(answer: CustomerMerge & { question?: string }, { apply, commit }: Done): string {
  const { into, from, moved, merged, renamed, same, relinked, stays, left, notes, question } = answer
  const counts = [
    moved.contacts > 0 && sayCount(moved.contacts, 'contact'),
    moved.deals > 0 && sayCount(moved.deals, 'deal'),
    moved.activities > 0 && sayCount(moved.activities, 'activity', 'activities'),
    moved.documents > 0 && sayCount(moved.documents, 'document'),
    moved.others > 0 && sayCount(moved.others, 'other file'),
  ].filter(Boolean)
  return [
    headline(`${from} into ${into}`, apply, commit),
    sayFields(answer, into, from),
    counts.length > 0 && `Moved to ${into}: ${counts.join(', ')}`,
    some(
      'One person, by the address',
      merged.map(
        ({ from: other, into: kept, differing }) => `${other} → ${kept}${sayNoted(differing.map(({ field }) => field))}`,
      ),
    ),
    some(
      'Under another name, for theirs is taken',
      renamed.map((one) => `${one.from} → ${one.to}`),
    ),
    some('There already, letter by letter', same),
    some('Relinked', relinked),
    some(
      'Stays where it is',
      stays.map(({ path, because }) => `${path}: ${because}`),
    ),
    some('Names the old one still; its stub leads on', left),
    notes.map((note) => wrap(note)).join('\n'),
    `${from} leaves a stub: customers/${from}/customer.md`,
    question && !apply && wrap(`${question} (--yes says yes)`),
  ]
    .filter(Boolean)
    .join('\n')
}

/** The same of two contacts. */
export function sayContactMerge({ into, from, relinked, left, ...fields }: ContactMerge, { apply, commit }: Done): string {
  return [
    headline(`${from} into ${into}`, apply, commit),
    sayFields(fields, into, from),
    some('Relinked', relinked),
    some('Names the old one still; its stub leads on', left),
    `${from} leaves a stub.`,
  ]
    .filter(Boolean)
    .join('\n')
}

/** The parts that somebody who left had in open deals. */
export const sayRoles = (roles: readonly OpenRole[]): string =>
  roles
    .map(({ deal, role, path, line }) => `Warning: ${path}:${line}: ${deal} still counts on this person as ${role}.`)
    .join('\n')

const headline = (what: string, apply: boolean, commit: string | null) =>
  `${styleText('bold', `${apply ? 'Merged' : 'Plan: merge'} ${what}`)}${commit ? styleText('dim', `  ${commit.slice(0, 7)}`) : ''}`

const sayNoted = (fields: readonly string[]) =>
  fields.length === 0 ? '' : ` (${fields.join(', ')} ${fields.length === 1 ? 'differs' : 'differ'}; noted there)`

const sayFields = ({ taken, differing }: Fields, into: string, from: string) =>
  [
    ...taken.map(({ field, value }) => `  ${field}: ${sayValue(value)} ${styleText('dim', `from ${from}`)}`),
    ...differing.map(({ field, kept, was }) => `  ${field}: kept ${into}'s ${sayValue(kept)}; ${from}'s was ${sayValue(was)}`),
  ].join('\n')

function some(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return ''
  const more = lines.length > most ? [`  and ${lines.length - most} more`] : []
  return [`${title}:`, ...lines.slice(0, most).map((line) => `  ${line}`), ...more].join('\n')
}
