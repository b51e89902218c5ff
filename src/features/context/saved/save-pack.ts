import type { TeamFields } from '../../../records/kinds/fields.ts'
import { headOf } from '../../../workspace/git/run.ts'
import { maker } from '../../../workspace/index/tables.ts'
import { type Place, refusePast } from '../../../workspace/place.ts'
import { blobId, readSheet } from '../../../workspace/sheet.ts'
import { putGenerated } from '../../../workspace/write/put-generated.ts'
import type { Format } from '../tell/open-form.ts'
import { hashTemplate } from './hash-template.ts'
import { type Manifest, manifestPath, writeManifest } from './manifest.ts'
import { openInputs } from './open-inputs.ts'
import { readHistories } from './read-histories.ts'

/** What a pack that will be saved is asked to be; `budget` is absent for the tier's own. */
type Asked = {
  customer: string
  tier: string
  /** Absent, Markdown. */
  format?: Format | undefined
  budget?: number | undefined
  task: string
  today: string
  tokenizer: string
  team: TeamFields | undefined
}

/** What a pack is made from: all of its manifest but the pack. */
export type Noted = Omit<Manifest, 'pack'>

/** Notes what a pack is about to be made from; before it is made, so that a file that is saved meanwhile makes it stale. */
export async function noteInputs(place: Place, asked: Asked): Promise<Noted> {
  const { customer, tier, format = 'md', budget = null, task, today: asOf, tokenizer, team } = asked
  return {
    version: 1,
    customer,
    tier,
    format,
    budget,
    task,
    asOf,
    tokenizer,
    program: maker(),
    template: hashTemplate(place, tier),
    commit: place.git ? await headOf(place) : null,
    history: readHistories(place)(customer),
    inputs: Object.fromEntries(openInputs(place, team)(customer)),
  }
}

type Pack = { path: string; text: string }

/** Writes a pack and its manifest; a file that says the same already stays untouched. `newId` gives a new name for every write. */
export function savePack(place: Place, noted: Noted, { path, text }: Pack, newId: () => string): void {
  refusePast(place)
  put(place, path, text, newId)
  put(place, manifestPath(path), writeManifest({ ...noted, pack: blobId(text) }), newId)
}

function put(place: Place, path: string, text: string, newId: () => string): void {
  const read = readSheet(place, path)
  if (!('sheet' in read) || read.sheet.text !== text) putGenerated(place, path, text, newId())
}
