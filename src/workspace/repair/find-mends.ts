import { setImmediate as breathe } from 'node:timers/promises'
import { kindOf } from '../../records/kinds.ts'
import { isPlain } from '../check/plain.ts'
import { walk } from '../check/walk.ts'
import type { Place } from '../place.ts'
import { blobId } from '../sheet.ts'
import { findFolders } from './find-folders.ts'
import { findMoves } from './find-moves.ts'
import { openIgnored } from './ignored.ts'
import { type Given, openKnown } from './known.ts'
import { chooseDisjoint, type Mend, withChanges } from './mend.ts'
import { mendsOf } from './mends-of.ts'
import { type Overlay, openOverlay } from './overlay.ts'

/** What a search for mends goes by. */
export type Asked = Given & {
  /** Only these files, or files under these folders; absent, the whole tree. */
  only?: readonly string[] | undefined
  /** What `init` makes an empty workspace of, by path; absent, missing folders are not looked for. */
  shipped?: ReadonlyMap<string, string>
  /** Called now and then with the files read so far and all there are. */
  progress?: ((done: number, total: number) => void) | undefined
}

/** Links may lead into any of these. */
const roots = ['customers', 'workspace-setup', 'personal', 'reporting', 'sales-toolkit']

/** What people write; the program's own reports are none of it. */
const isMended = (path: string) =>
  /^(?:customers|workspace-setup|personal|reporting\/templates)\//.test(path) && (kindOf(path) !== undefined || isPlain(path))

/** How often what was mended is looked at again, for what can be mended only then: the value behind a key that was mistyped. */
const most = 8

/** Finds all that can be mended safely, in the order in which the edits are to be made: each begins where the one before it ends. Writes nothing. */
export async function findMends(place: Place, { only, progress, shipped = new Map(), ...given }: Asked): Promise<Mend[]> {
  const tree = openOverlay(place, walk(place, roots).files)
  const isIgnored = await openIgnored(place)
  const isWithin = (path: string) =>
    only === undefined || only.some((one) => one === '' || path === one || path.startsWith(`${one}/`))
  const isAsked = (path: string) => isWithin(path) && !isIgnored(path)
  const moved = new Map<string, string>()
  const mends = findFolders(tree, shipped, isAsked)
  for (const { edits } of mends) for (const edit of edits) if (edit.do === 'create') tree.write(edit.path, edit.text)
  for (let turn = 0; turn < most; turn++) {
    const before = mends.length
    for (const mend of findMoves(tree, isAsked)) {
      const [edit] = mend.edits
      if (edit?.do !== 'move') continue
      tree.move(edit.path, edit.to)
      moved.set(edit.path, edit.to)
      mends.push(mend)
    }
    const known = openKnown(tree, given, moved)
    const went = new Set(moved.values())
    const wanted = tree.paths().filter((path) => (isAsked(path) || went.has(path)) && isMended(path))
    for (const [n, path] of wanted.entries()) {
      mends.push(...mendText(tree, path, (text) => mendsOf(path, text, known)))
      if (n % 50 === 0) await breathe()
      if (turn === 0) progress?.(n + 1, wanted.length)
    }
    if (mends.length === before) break
  }
  return mends
}

/** All mends of one file, those included that show only once others are made. The file is written to the overlay as it will be. */
function mendText(tree: Overlay, path: string, look: (text: string) => Mend[]): Mend[] {
  const made: Mend[] = []
  for (let turn = 0; turn < most; turn++) {
    const text = tree.text(path)
    if (text === undefined) return made
    const chosen = chooseDisjoint(look(text))
    if (chosen.length === 0) return made
    let now = text
    for (const [n, mend] of chosen.entries()) {
      const next = withChanges(
        text,
        chosen.slice(0, n + 1).flatMap(({ changes = [] }) => changes),
      )
      made.push({ ...mend, edits: [{ do: 'replace', path, from: blobId(now), text: next }] })
      now = next
    }
    tree.write(path, now)
  }
  return made
}
