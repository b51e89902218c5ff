import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Place } from '../place.ts'
import { type At, attemptFolder, type Entry } from '../write/journal.ts'
import { indexLine } from './entries.ts'
import { packTexts } from './pack-texts.ts'
import { gitPath, mustGit } from './run.ts'
import { runHook } from './run-hook.ts'
import { type Seed, seedIndex } from './seed-index.ts'
import { type Wanted, wantedTexts } from './wanted.ts'

/** Up to so many texts become objects of their own: every pack is one more place in which git looks for each object. */
const few = 100

/** A tree ready to be committed, the index it was built in, and the user's index where it began as that. */
export type Built = { tree: string; env: Record<string, string>; seed?: Seed }

/** Builds the tree of an entry's commit through an index of its own, so that nothing the user staged or edited comes in. */
export async function buildTree(
  place: Place,
  entry: Entry,
  { head, waited, at }: { head: string | null; waited: boolean; at: At },
): Promise<Built | { nothing: true } | { reason: string }> {
  const decided = await wantedTexts(place, entry, head, waited)
  if ('reason' in decided) return decided
  const kept = entry.changes.filter((change) => change.kept).map(({ path }) => gitPath(place, path))
  if (decided.wanted.length === 0 && kept.length === 0) return { nothing: true }

  const folder = attemptFolder(place, entry.id)
  const file = join(folder, 'index')
  const env = { GIT_INDEX_FILE: file }
  const was = head && (await mustGit(place, ['rev-parse', `${head}^{tree}`])).trim()
  const seed = was ? await seedIndex(place, file, was) : undefined
  if (!seed) await mustGit(place, head ? ['read-tree', head] : ['read-tree', '--empty'], { env })
  const blobs = await hashTexts(place, folder, decided.wanted)
  at('hashed')
  const width = head?.length ?? blobs.values().next().value?.length ?? 40
  const lines = decided.wanted.map(({ path, mode }) => {
    const sha = blobs.get(path)
    return indexLine(path, sha ? { mode, sha } : undefined, width)
  })
  if (lines.length > 0) await mustGit(place, ['update-index', '-z', '--index-info'], { env, input: lines.join('') })
  if (kept.length > 0)
    await mustGit(place, ['update-index', '-z', '--add', '--remove', '--stdin'], { env, input: `${kept.join('\0')}\0` })

  const refused = await runHook(place, 'pre-commit', [], env)
  if (refused) return { reason: refused }
  const tree = (await mustGit(place, ['write-tree'], { env })).trim()
  at('treed')
  return was === tree ? { nothing: true } : { tree, env, ...(seed && { seed }) }
}

async function hashTexts(place: Place, folder: string, wanted: Wanted[]): Promise<Map<string, string>> {
  const some = wanted.filter(({ text }) => text !== null)
  if (some.length === 0) return new Map()
  const ids =
    some.length > few
      ? await packTexts(
          place,
          some.map(({ text }) => text!),
        )
      : await writeLoose(place, folder, some)
  return new Map(ids.map((sha, n) => [some[n]!.path, sha]))
}

async function writeLoose(place: Place, folder: string, some: Wanted[]): Promise<string[]> {
  const files = some.map(({ text }, n) => {
    const file = join(folder, `text-${n}`)
    writeFileSync(file, text!)
    return file
  })
  const out = await mustGit(place, ['hash-object', '-w', '--no-filters', '--stdin-paths'], { input: `${files.join('\n')}\n` })
  return out.trim().split('\n')
}
