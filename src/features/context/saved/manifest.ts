import * as z from 'zod'
import { inOrder } from '../../../workspace/tree.ts'
import { type Format, formats } from '../tell/open-form.ts'

/** What a saved pack was made from, and how: enough to tell later whether it is still true, and to make it again. */
export type Manifest = {
  version: 1
  customer: string
  tier: string
  format: Format
  /** The budget that was asked for, in tokens; null for the tier's own. */
  budget: number | null
  task: string
  /** The day it tells the state of. */
  asOf: string
  tokenizer: string
  /** Which build of the program made it. */
  program: string
  /** Git's id of the template. */
  template: string
  /** HEAD at that hour; null before the first commit, or without git. */
  commit: string | null
  /** What HEAD held of the customer's folder, by git's id; empty for nothing. */
  history: string
  /** Git's id of the pack itself. */
  pack: string
  /** Every file that could have entered, and by what its contents are known (`blobsOf`). */
  inputs: Record<string, string>
}

/** A path of the tree, never one that leads elsewhere: paths of a manifest are compared, and none is opened. */
const isPlainPath = (path: string) =>
  path.length < 4096 && !/[\\\0]/.test(path) && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')

const short = z.string().max(200)
const schema = z.object({
  version: z.literal(1),
  customer: short,
  tier: short,
  format: z.enum(formats),
  budget: z.number().int().positive().max(10_000_000).nullable(),
  task: z.string().max(10_000),
  asOf: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  tokenizer: short,
  program: short,
  template: short,
  commit: z
    .string()
    .regex(/^[0-9a-f]{40,64}$/)
    .nullable(),
  history: short,
  pack: short,
  inputs: z.record(z.string().refine(isPlainPath), short),
})

/** Where the manifest of a pack lies: beside it. */
export const manifestPath = (packPath: string) => `${packPath.replace(/\.md$/, '')}.manifest.json`

/** A manifest as a file: the same bytes for the same contents. */
export function writeManifest(manifest: Manifest): string {
  const inputs = Object.entries(manifest.inputs).sort(([a], [b]) => inOrder(a, b))
  return `${JSON.stringify({ ...manifest, inputs: Object.fromEntries(inputs) }, null, 1)}\n`
}

/** Reads a manifest, which anybody may have written; undefined for what is none. */
export function readManifest(text: string): Manifest | undefined {
  try {
    const { success, data } = schema.safeParse(JSON.parse(text))
    return success ? data : undefined
  } catch {
    return undefined
  }
}
