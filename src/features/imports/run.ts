import type { TeamFields } from '../../records/kinds/fields.ts'
import type { Products } from '../../records/kinds/products.ts'
import type { Suppression } from '../../records/kinds/suppression.ts'
import type { KindName } from '../../records/kinds.ts'
import type { Kept } from '../../workspace/records.ts'
import type { Note } from './draft.ts'
import type { CustomerIndex } from './match/customer-index.ts'
import type { MemberIndex } from './match/member-index.ts'
import type { NumberedTexts } from './match/number-texts.ts'
import type { PersonIndex } from './match/person-index.ts'
import type { PlacedRows } from './match/placed-rows.ts'
import type { PersonValues } from './take/name-person.ts'
import type { Values } from './take/store-row.ts'
import type { Writes } from './write/collect-writes.ts'
import type { StagePlace } from './write/plan-stages.ts'

export type MemberKind = 'contact' | 'deal'

/** What a row that found no customer said of it; counted, for the plan to tell. */
type Unplaced = Map<string, { kind: MemberKind; rows: number; several: string[] }>

/** One import while it goes through the rows: what is known of the tree, what will be written, and what there is to tell. */
export type Run = {
  team: TeamFields | undefined
  /** Whether a company that fits no customer becomes one. */
  makesCustomers: boolean
  customers: CustomerIndex
  /** Customers of the tree, as they will be; those this run makes are not among them. */
  kept: Map<string, Kept<'customer'>>
  members: Record<MemberKind, MemberIndex>
  people: PersonIndex
  keptPeople: Map<string, Kept<'person'>>
  /** Who will be made: listed by a row of their own, or only named by another one. */
  newPeople: Map<string, { values: PersonValues; isListed: boolean }>
  products: Products['products']
  /** Paths that are taken in the tree, in small letters. */
  standing: Set<string>
  /** Records of the tree that this run gives to their customer, by where they were. */
  moved: Map<string, Kept<MemberKind>>
  /** Puts values in the order of a kind's schema. */
  inOrder: (kind: KindName, values: Values) => Values
  /** The text that stands at a path. */
  textAt: (path: string) => string | undefined
  writes: Writes
  /** Where this run put contacts and deals. */
  placed: PlacedRows
  /** Paths of records that a row of this run spoke of. */
  touched: NumberedTexts
  /** How often the same words without an id came by. */
  repeated: Map<string, number>
  suppressed: Map<string, Suppression['suppressed'][number]>
  stageOf: (file: string, written: string) => StagePlace
  tell: (note: Note) => void
  said: {
    /** Customers that rows named and that were not there. */
    customers: string[]
    products: Map<string, { product: string; rows: number }>
    newProducts: Map<string, number>
    unplaced: Unplaced
    assigned: string[]
    changes: string[]
  }
}
