import { hashOf } from '../../records/hash.ts'
import { slugify } from '../../records/slug.ts'
import { newRecordText } from '../../records/text/new-record.ts'
import { tameLine } from '../../records/text/tame-text.ts'
import type { Hands, Step } from './intake.ts'

/** A file as others named it; its name is a title, never a path. */
export type Attached = { name: string; bytes: Uint8Array }

type Paper = {
  customer: string
  because: string
  source?: string
  day?: string | undefined
  by?: string | undefined
  deal?: string | undefined
}

/** From here on, in bytes, a file is heavy for git (model.md, Document). */
const heavy = 5_000_000
/** Endings that would make records or work of an attachment. */
const ours = /^(?:md|markdown|mdx|ya?ml)$/

/** Files attachments as documents of a customer: each under a name that follows from its own and its content, with what is known of it. */
export function fileDocuments(
  attached: readonly Attached[],
  paper: Paper,
  { filing, isThere }: Hands,
): { steps: Step[]; notes: string[] } {
  const steps: Step[] = []
  const notes: string[] = []
  const { customer, because, source, day, by, deal } = paper
  for (const { name, bytes } of attached) {
    const title = tameLine(name.replace(/^.*[/\\]/, '')).slice(0, 150) || 'attachment'
    if (customer === '_unassigned') {
      steps.push({ did: 'leave out', what: 'document', called: title, because: 'only a customer has documents' })
      continue
    }
    const sha = hashOf('sha256', bytes)
    const { stem, ending } = namesOf(title)
    const file = `${stem}-${sha.slice(0, 6)}${ending && `.${ending}`}`
    const path = `customers/${customer}/documents/${file}`
    if (bytes.length > heavy) notes.push(`${title} is ${Math.round(bytes.length / 1_000_000)} MB, which is heavy for git`)
    const meta = `customers/${customer}/documents/${stem}-${sha.slice(0, 6)}.meta.yaml`
    if (filing.made.has(path) || (isThere(path) && isThere(meta))) {
      steps.push({ did: 'known', what: 'document', called: title, path, customer, because: 'the same file is there already' })
      continue
    }
    filing.files.push({ path, bytes })
    filing.edits.push({ do: 'keep', path })
    filing.made.set(path, sha)
    if (!filing.made.has(meta) && !isThere(meta)) {
      const values = { title, file, date: day, by, deal, source, sha256: sha }
      filing.edits.push({ do: 'create', path: meta, text: newRecordText('document', values) })
      filing.made.set(meta, sha)
    }
    steps.push({ did: 'file', what: 'document', called: title, path, customer, because })
  }
  return { steps, notes }
}

function namesOf(title: string): { stem: string; ending: string } {
  const [, before = title, last = ''] = /^(.+)\.([A-Za-z0-9]{1,8})$/.exec(title) ?? []
  const ending = ours.test(last.toLowerCase()) ? 'txt' : last.toLowerCase()
  return { stem: slugify(before, 40) || 'attachment', ending }
}
