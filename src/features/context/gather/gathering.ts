import type { Stage } from '../../../records/kinds/workflow.ts'
import type { Passage } from '../../../records/text/read-passages.ts'
import type { Kept } from '../../../workspace/records.ts'
import type { Clean } from './clean.ts'
import type { NameOf } from './names.ts'
import type { Material } from './read-customer.ts'

/** A customer's files on their way to being items: read, cleaned, and with names for slugs. */
export type Gathering = Material & {
  today: string
  /** The currency of amounts that name none. */
  currency: string
  clean: Clean
  nameOf: NameOf
  outcomeOf: (deal: Kept<'deal'>) => 'open' | 'won' | 'lost'
  openDeals: Kept<'deal'>[]
  /** The stages of the workflow that a deal or the customer follows; none where it cannot be read. */
  stagesOf: (about: 'deal' | 'customer', subject: { workflow?: string | undefined }) => readonly Stage[]
  /** What each activity says, by its path; quoted mail, signatures and legal texts once. */
  said: ReadonlyMap<string, Passage[]>
}
