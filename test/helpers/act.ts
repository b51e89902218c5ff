import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Edit, Plan } from '../../src/records/plan.ts'
import { exclusively } from '../../src/workspace/lock.ts'
import { keepFolder, type Place, placeAt } from '../../src/workspace/place.ts'
import { openSheet } from '../../src/workspace/sheet.ts'
import { apply, type By, type Written } from '../../src/workspace/write/apply.ts'
import { recover } from '../../src/workspace/write/recover.ts'
import { git, gitEnv } from './workspace.ts'

/** Decides a plan from what stands in the tree now. */
export type Decide = (place: Place) => Plan

/** Does one action as `perform` does it: lock, recover, decide, apply. */
export function act(root: string, decide: Decide, over: Partial<By> & { env?: Place['env'] } = {}): Promise<Written> {
  const { env = gitEnv, ...more } = over
  const place = placeAt(root, env)
  const by = {
    id: randomUUID(),
    action: 'deal set',
    actor: 'ada',
    because: 'asked by ada',
    now: new Date('2026-11-21T10:00:00Z'),
  }
  return exclusively(place, async () => {
    await recover(place, over.at)
    return apply(place, decide(place), { ...by, ...more })
  })
}

/** A plan of these edits. */
export const plan = (...edits: Edit[]): Plan => ({ subject: 'Change it', edits })

/** The plan of setting one field of a file as it stands now. */
export const setting =
  (path: string, field: string, value: unknown): Decide =>
  (place) =>
    plan({ do: 'set', path, from: openSheet(place, path).sha, field: [field], value })

/** The plan of adding a line to a file as it stands now. */
export const appending =
  (path: string, text: string): Decide =>
  (place) =>
    plan({ do: 'append', path, from: openSheet(place, path).sha, text })

export const textOf = (root: string, path: string) => readFileSync(join(root, path), 'utf8')
export const atHead = (root: string, path: string) => git(root, 'show', `HEAD:${path}`)
export const commits = (root: string) => Number(git(root, 'rev-list', '--count', 'HEAD'))
export const status = (root: string) => git(root, 'status', '--porcelain=v1', '--untracked-files=all')

/** Whatever of ours lies about that should not: temporaries, locks, unfinished entries. Nothing, when all went well. */
export function leftovers(root: string): string[] {
  const place = placeAt(root, gitEnv)
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
  const inTree = names.filter((name) => /\.dossier$|(^|\/)index\.lock$/.test(name))
  const journal = keepFolder(place, 'journal')
  return [...inTree, ...(existsSync(journal) ? readdirSync(journal) : [])]
}

/** What git's own check of the repository complains of; empty when it is sound. */
export const unsound = (root: string) => git(root, 'fsck', '--strict', '--no-dangling', '--no-progress').trim()
