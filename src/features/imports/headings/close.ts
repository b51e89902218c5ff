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

/** What the values of Close's opportunities count: cents, as its interface has them, when that is what the formatted ones beside them say. */
export function scaleOfClose(headings: readonly string[], sample: readonly string[][]): number {
  const [value, formatted] = ['value', 'value_formatted'].map((heading) => headings.indexOf(heading))
  const pairs = sample.flatMap((cells) => {
    const written = [cells[value!], cells[formatted!]].map((cell) => cell?.replace(/[.,](\d{1,2})(?!\d)/, '.$1'))
    const [own, said] = written.map((cell) => Number(cell?.replace(/[^\d.]|\.(?=\d{3})/g, '')))
    return cells[value!] && cells[formatted!] && own! > 0 && said! > 0 ? [own! / said!] : []
  })
  return pairs.length > 0 && pairs.every((times) => times > 10) ? 0.01 : 1
}
