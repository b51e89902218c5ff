import type { RowKind } from '../../records/kinds/import-map.ts'
import type { Edit } from '../../records/plan.ts'
import type { Place } from '../../workspace/place.ts'
import { readAll } from '../../workspace/records.ts'
import { textNow } from '../../workspace/sheet.ts'
import { isThere, recordPaths } from '../../workspace/tree.ts'
import type { ColumnUse, Draft, Note } from './draft.ts'
import { openRun, readOne } from './open-run.ts'
import type { Run } from './run.ts'
import { settleContacts } from './take/settle-contacts.ts'
import { settleProducts } from './take/settle-products.ts'
import { settleParents, settleUnassigned } from './take/settle-unassigned.ts'
import { takeContact } from './take/take-contact.ts'
import { takeCustomer } from './take/take-customer.ts'
import { takeDeal } from './take/take-deal.ts'
import { takePerson } from './take/take-person.ts'
import { takeProduct } from './take/take-product.ts'
import type { Outcome } from './write/collect-writes.ts'
import type { StagePlan } from './write/plan-stages.ts'
import { type Rejected, rejectedPath, rejectedText } from './write/rejected-rows.ts'
import { suppressionPath, writeProducts, writeSuppression, writeWorkflow } from './write/write-lists.ts'
import { writePeople } from './write/write-people.ts'

/** A file that was understood: how its rows are read, and where its stages go. */
export type Source = {
  file: string
  kind: RowKind
  system: string
  columns: ColumnUse[]
  stages: StagePlan | undefined
  drafts: () => AsyncIterable<(Draft | Rejected)[]>
}

type How = Pick<Run, 'team' | 'makesCustomers'> & { keepTexts: boolean; progress?: ((rows: number) => void) | undefined }

type Counts = Record<Outcome, number>

/** What an import comes to: how many rows of which file, what is written besides, and what there is to tell. */
export type Imported = {
  files: ({ file: string; kind: RowKind; rejected: number } & Counts)[]
  rejected: Rejected[]
  notes: Note[]
  people: string[]
  /** `added` says how many of the stages the workflow did not have yet. */
  workflows: { workflow: string; stages: string[]; added: number }[]
  suppressed: number
  said: Run['said']
  edits: Edit[]
}

const takes: Record<RowKind, (run: Run, draft: Draft, system: string) => Outcome> = {
  product: takeProduct,
  person: takePerson,
  customer: takeCustomer,
  contact: takeContact,
  lead: takeContact,
  deal: takeDeal,
}

/** Files are read in this order, so that whatever a row names is there before it. */
const order: RowKind[] = ['product', 'person', 'customer', 'contact', 'lead', 'deal']

/** Goes through the rows of all files and decides what each becomes. Nothing is written; the tree is only read. */
export async function runImport(place: Place, sources: readonly Source[], how: How): Promise<Imported> {
  const notes: Note[] = []
  const stages = new Map(sources.map(({ file, stages: plan }) => [file, plan]))
  const run = openRun(place, {
    ...how,
    tell: (note) => tellOnce(notes, note),
    stageOf: (file, written) => stages.get(file)?.place(written) ?? { stage: written },
  })
  const files: Imported['files'] = []
  const rejected: Rejected[] = []
  let rows = 0
  for (const kind of order) {
    if (kind === 'contact' || kind === 'deal') {
      if (kind === 'contact') settleParents(run)
      settleUnassigned(run, place, kind)
    }
    for (const source of sources.filter((one) => one.kind === kind)) {
      const counts = { created: 0, changed: 0, unchanged: 0, rejected: 0 }
      for await (const batch of childrenLast(run, source)) {
        for (const draft of batch) {
          if ('reason' in draft) {
            rejected.push(draft)
            counts.rejected++
          } else counts[takes[kind](run, draft, source.system)]++
        }
        rows += batch.length
        how.progress?.(rows)
      }
      files.push({ file: source.file, kind, ...counts })
    }
  }
  const came = new Set(files.flatMap(({ kind, created, changed }) => (created + changed > 0 ? [kind] : [])))
  if (came.has('contact') || came.has('lead') || run.said.assigned.length > 0) settleContacts(run)
  if (came.has('product')) settleProducts(run)
  return { files, rejected, notes, said: run.said, ...finish(place, run, sources, rejected) }
}

/** The same of many rows of a file is told once, with how many others there are. */
function tellOnce(notes: Note[], note: Note): void {
  const known = notes.find(({ file, message }) => file === note.file && message === note.message)
  if (known) known.count = (known.count ?? 0) + 1
  else notes.push(note)
}

/** Companies whose parent may come further down wait until it is there, or until all others are taken. */
async function* childrenLast(run: Run, { kind, system, drafts }: Source): AsyncIterable<(Draft | Rejected)[]> {
  if (kind !== 'customer') return yield* drafts()
  const isReady = (row: Draft | Rejected) =>
    'reason' in row || !row.above || run.customers.find(row.above, system).one !== undefined
  let waiting: (Draft | Rejected)[] = []
  for await (const batch of drafts()) {
    const { ready = [], late = [] } = Object.groupBy(batch, (row) => (isReady(row) ? 'ready' : 'late'))
    waiting.push(...late)
    yield ready
  }
  while (waiting.length > 0) {
    const { ready = waiting, late = [] } = Object.groupBy(waiting, (row) => (isReady(row) ? 'ready' : 'late'))
    yield ready
    waiting = ready === waiting ? [] : late
  }
}

function finish(place: Place, run: Run, sources: readonly Source[], rejected: readonly Rejected[]) {
  const people = writePeople(run)
  writeProducts(run, readOne(place, 'products', 'sales-toolkit/products.yaml'))
  const suppressed = writeSuppression(run, readOne(place, 'suppression', suppressionPath))
  const workflows = writeWorkflows(place, run, sources)
  writeRejected(place, run, rejected)
  return { people, suppressed, workflows, edits: run.writes.edits() }
}

function writeWorkflows(place: Place, { writes }: Run, sources: readonly Source[]) {
  const wanted = new Map<string, Set<string>>()
  for (const { stages } of sources)
    for (const stage of stages?.own?.stages ?? []) {
      const { workflow } = stages!.own!
      wanted.set(workflow, (wanted.get(workflow) ?? new Set()).add(stage))
    }
  const kept = readAll(place, 'workflow', recordPaths(place, 'workflow')).records
  return [...wanted].map(([workflow, stages]) => {
    const added = writeWorkflow(
      writes,
      workflow,
      [...stages],
      kept.find(({ slug }) => slug === workflow),
    )
    return { workflow, stages: [...stages], added }
  })
}

function writeRejected(place: Place, { writes }: Run, rejected: readonly Rejected[]): void {
  for (const file of new Set(rejected.map((row) => row.file))) {
    const path = rejectedPath(file)
    const text = rejectedText(rejected.filter((row) => row.file === file))
    if (!isThere(place, path)) writes.make(path, text)
    else if (textNow(place, path).text !== text) writes.replace({ path, sha: textNow(place, path).sha }, text)
  }
}
