import type { TeamFields } from '../../records/kinds/fields.ts'
import type { Plan } from '../../records/plan.ts'
import { planRelinks } from '../../workspace/links/plan-relinks.ts'
import type { Named } from '../../workspace/open-named.ts'
import type { Place } from '../../workspace/place.ts'
import { openDraft } from '../../workspace/write/open-draft.ts'
import type { Differing } from './merge-fields.ts'
import { mergeInto } from './merge-into.ts'

/** What merging one contact into another does. */
export type ContactMerge = {
  into: string
  from: string
  taken: { field: string; value: unknown }[]
  differing: Differing[]
  relinked: string[]
  left: string[]
}

/** Decides what makes two contacts one, of one customer or of two: fields, notes, references and the stub. */
export async function planContactMerge(
  place: Place,
  into: Named<'contact'>,
  from: Named<'contact'>,
  { day, team }: { day: string; team: TeamFields | undefined },
): Promise<{ plan: Plan; answer: ContactMerge }> {
  const ways = new Map([[from.path, into.path]])
  const draft = openDraft(place)
  const { taken, differing } = mergeInto(draft, into.path, from.path, { ways, day, team, has: (path) => draft.has(path) })
  const others = await planRelinks(place, ways, [from.slug], { team, except: new Set(draft.paths()) })
  const [called, other] = [`${into.customer}/${into.slug}`, `${from.customer}/${from.slug}`]
  return {
    plan: {
      subject: `${called}: ${other} merged into it`,
      edits: [...draft.edits(), ...others.edits],
      because: `${other} and ${called} are one person`,
    },
    answer: { into: called, from: other, taken, differing, relinked: others.paths, left: others.left },
  }
}
