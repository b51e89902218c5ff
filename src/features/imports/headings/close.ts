import type { RowKind } from '../../../records/kinds/import-map.ts'

/** What Close means by its headings: its leads are companies. */
export const closeColumns: Partial<Record<RowKind, Record<string, string>>> = {
  customer: {
    id: 'id | lead_id',
    name: 'display_name | lead_name | name',
    domain: 'url',
    stage: '',
    'location.json': 'addresses',
  },
  contact: { 'company.id': 'lead_id', 'company.name': 'lead_name | lead display_name', id: 'id | contact_id' },
  deal: {
    id: 'id | opportunity_id',
    'company.id': 'lead_id',
    'company.name': 'lead_name | lead display_name',
    body: 'note',
    stage: 'status_label',
    outcome: 'status_type',
  },
}
