import type { RowKind } from '../../../records/kinds/import-map.ts'
import { contact } from './contact.ts'
import { customer } from './customer.ts'
import { deal } from './deal.ts'
import { lead } from './lead.ts'
import { person } from './person.ts'
import { product } from './product.ts'
import type { Table } from './table.ts'

/** What is known of headings, by kind of row. */
export const tables: Record<RowKind, Table> = { customer, contact, lead, deal, person, product }
