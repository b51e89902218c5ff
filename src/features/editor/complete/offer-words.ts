import type { KindName } from '../../../records/kinds.ts'
import type { FieldPath } from '../../../records/plan.ts'
import type { FieldType } from '../../../records/schema/schema-of.ts'
import { git } from '../../../workspace/git/run.ts'
import { inOrder } from '../../../workspace/tree.ts'
import { readCells } from '../text/read-cells.ts'
import type { View } from '../view.ts'
import type { Offer } from './offer.ts'

const free = [
  'tags',
  'currency',
  'competitors',
  'industry',
  'territory',
  'territories',
  'segment',
  'source',
  'lost_reason',
  'team',
]

/** Words that others have written in the same field: tags, currencies, industries. Git's search finds their lines; no file is parsed. */
export async function offerWordsInUse(
  view: View,
  kind: KindName,
  path: FieldPath,
  type: FieldType | undefined,
): Promise<Offer[]> {
  if (type?.values || path.length === 0) return []
  if (path.at(-1) === 'product' && path[0] === 'lines') return productsOf(view)
  const key = path[0]!
  if (!free.includes(key) || path.length > 2) return []
  const found = await wordsOf(view, key)
  const own = key === 'currency' ? [[view.settings.currency, 0] as const] : []
  const counts = new Map([...own, ...found])
  const sorted = [...counts].sort(([a, x], [b, y]) => y - x || inOrder(a, b)).slice(0, 300)
  return sorted.map(([value, count]) => ({ value, is: 'text', detail: count > 0 ? `${count} in use` : `${kind} default` }))
}

function wordsOf(view: View, key: string): Promise<Map<string, number>> {
  const known = view.lasting.get(key) as Promise<Map<string, number>> | undefined
  const found = known ?? findWords(view, key)
  view.lasting.set(key, found)
  return found
}

const productsOf = (view: View): Offer[] =>
  (view.record('products', 'sales-toolkit/products.yaml')?.value.products ?? []).map(({ name }) => ({
    value: name,
    is: 'record',
    detail: 'product',
  }))

async function findWords({ place }: View, key: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  if (!place.git) return counts
  const folders = ['customers', 'workspace-setup/people'].map((folder) =>
    place.git?.prefix ? `${place.git.prefix}/${folder}` : folder,
  )
  const asked = ['grep', '-h', '-I', '--untracked', '--no-color', '-A12', '-E', '-e', `^${key}:`, '--', ...folders]
  const { out } = await git(place, asked)
  for (const block of out.split(/^--$\r?\n?/m))
    for (const part of block.split(new RegExp(`^(?=${key}:)`, 'm'))) {
      const [text = ''] = /^.*(?:\n[ -].*)*/.exec(part)!
      for (const cell of readCells(text, 0, text.length))
        if (cell.is === 'value' && cell.path[0] === key && cell.text !== '' && cell.text.length < 60)
          counts.set(cell.text, (counts.get(cell.text) ?? 0) + 1)
    }
  return counts
}
