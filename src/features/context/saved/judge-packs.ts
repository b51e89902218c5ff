import type { TeamFields } from '../../../records/kinds/fields.ts'
import { maker } from '../../../workspace/index/tables.ts'
import type { Place } from '../../../workspace/place.ts'
import { readAll } from '../../../workspace/records.ts'
import type { SavedPack } from './find-packs.ts'
import { hashTemplate } from './hash-template.ts'
import { type Cause, judgePack } from './judge-pack.ts'
import { openInputs } from './open-inputs.ts'
import { readHistories } from './read-histories.ts'

/** A saved pack, and why it is not true any more; no cause where it is. */
export type Judged = { pack: SavedPack; causes: Cause[] }

type Asked = { today: string; team: TeamFields | undefined }

/** Judges saved packs by the files as they stand. */
export function judgePacks(place: Place, packs: readonly SavedPack[], { today, team }: Asked): Judged[] {
  if (packs.length === 0) return []
  const inputsOf = openInputs(place, team)
  const historyOf = readHistories(place)
  const byCustomer = Map.groupBy(packs, ({ customer }) => customer)
  return [...byCustomer].flatMap(([customer, own]): Judged[] => {
    const path = `customers/${customer}/customer.md`
    if (readAll(place, 'customer', [path], team, { sparse: true }).records.length === 0)
      return own.map((pack) => ({
        pack,
        causes: [{ cause: 'customer', said: `${path} is no customer any more`, paths: [path] }],
      }))
    const inputs = inputsOf(customer)
    return own.map((pack) => {
      if (!pack.manifest) return { pack, causes: [{ cause: 'unknown', said: pack.lacks }] }
      const standing = { pack: pack.sha, inputs, today, history: historyOf(customer), program: maker() }
      return { pack, causes: judgePack(pack.manifest, { ...standing, template: hashTemplate(place, pack.tier) }) }
    })
  })
}
