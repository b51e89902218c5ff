import { isDeepStrictEqual } from 'node:util'
import type { RecordOf } from '../../../records/kinds.ts'
import { insertItems } from '../../../records/text/insert-items.ts'
import { removeFromList } from '../../../records/text/list-item.ts'
import type { Kept } from '../../../workspace/records.ts'
import type { Run } from '../run.ts'
import type { Writes } from './collect-writes.ts'
import { compareStages, importedStage } from './plan-stages.ts'

type Item = Record<string, unknown>

/** A list in a file of its own: where it is, what stands there, and what a new file begins with. */
type List = { path: string; key: string; head: string; now?: { text: string; sha: string; items: readonly Item[] } | undefined }

const by =
  (key: string) =>
  (a: Item, b: Item): number =>
    String(a[key]) < String(b[key]) ? -1 : String(a[key]) > String(b[key]) ? 1 : 0

/** Brings a list to what it is to hold, item by item, each new one at its place; answers with how many came or changed. */
function writeList(writes: Writes, { path, key, head, now }: List, wanted: readonly Item[], compare = by('name')): number {
  const old = now?.items ?? []
  const added = wanted.filter((item) => !old.some((one) => isDeepStrictEqual(one, item)))
  if (added.length === 0) return 0
  const gone = old.filter((item) => !wanted.some((one) => isDeepStrictEqual(one, item)))
  const start = gone.reduce((text, item) => removeFromList(path, text, [key], item), now?.text ?? head)
  const text = insertItems(path, start, key, [...added], compare)
  if (now) writes.replace({ path, sha: now.sha }, text)
  else writes.make(path, text)
  return added.length
}

const productsPath = 'sales-toolkit/products.yaml'
const productsHead =
  '# yaml-language-server: $schema=../workspace-setup/schemas/products.json\n# What we sell. Deals name products as they are named here.\n'

/** Writes the list of products, where rows added to it or changed it. */
export const writeProducts = ({ writes, products }: Run, kept: Kept<'products'> | undefined): number =>
  writeList(writes, listOf(kept, productsPath, 'products', productsHead, kept?.value.products), products)

export const suppressionPath = 'workspace-setup/compliance/suppression.yaml'
const suppressionHead =
  '# yaml-language-server: $schema=../schemas/suppression.json\n# Addresses that nothing is ever sent to. The list only grows.\n'

/** Writes the list of suppressed addresses, which only grows; answers with how many came to it. */
export function writeSuppression({ writes, suppressed }: Run, kept: Kept<'suppression'> | undefined): number {
  const old = kept?.value.suppressed ?? []
  const there = new Set(old.map(({ email }) => email.toLowerCase()))
  const added = [...suppressed.values()].filter(({ email }) => !there.has(email))
  const list = listOf(kept, suppressionPath, 'suppressed', suppressionHead, old)
  return writeList(writes, list, [...old, ...added], by('email'))
}

/** Writes the workflow that the stages of files became; one that is there gets those it lacks. */
export function writeWorkflow(
  writes: Writes,
  slug: string,
  stages: readonly string[],
  kept: Kept<'workflow'> | undefined,
): number {
  const old = kept?.value.stages ?? []
  const added = stages.filter((id) => !old.some((stage) => stage.id === id)).map(importedStage)
  const path = `customers/workflows/${slug}.yaml`
  const head = `# yaml-language-server: $schema=../../workspace-setup/schemas/workflow.json\n# The stages of imported deals, named as their file names them.\nname: ${slug}\nabout: deal\n`
  return writeList(writes, listOf(kept, path, 'stages', head, rawItems(kept)), [...rawItems(kept), ...added], compareStages)
}

/** The items as the file writes them, without what the schema fills in. */
const rawItems = (kept: Kept<'workflow'> | undefined) => (kept?.read.sheet.data as { stages?: Item[] } | undefined)?.stages ?? []

const listOf = <K extends 'products' | 'suppression' | 'workflow'>(
  kept: Kept<K> | undefined,
  path: string,
  key: string,
  head: string,
  items: readonly (Item | RecordOf[K])[] = [],
): List => ({ path, key, head, ...(kept && { now: { text: kept.text, sha: kept.sha, items } }) })
