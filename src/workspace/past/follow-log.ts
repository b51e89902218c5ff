import { readRecord } from '../../records/schema/read-record.ts'
import { gitAtOnce, tipOf } from '../git/run.ts'
import type { Place } from '../place.ts'
import { textOf } from '../sheet.ts'
import { customerIn } from '../tree.ts'
import { type FileStep, type LoggedCommit, readLog, readMoves } from './read-log.ts'
import { readObjects } from './read-objects.ts'

/** Deeds that only ever make new files, so that nothing they bring in came from elsewhere. */
const makers = /^(?:log|init|import csv|(?:customer|contact|deal|task) new|trigger run|report run|brief save)$/

/** Deeds that leave a copy behind where the file was. */
const leavesStub = /^(?:contact move|(?:customer|contact) merge)$/

/** A file or folder whose past is looked at, from a commit on. */
type Trail = { path: string; tip: string }

/** What commits did to a file or folder (a customer's, say), newest first, under whatever name it and what lies in it stood before. */
export function followLog(place: Place, path: string): LoggedCommit[] {
  const seen = new Set<string>()
  const told = new Map<string, LoggedCommit>()
  const trails: Trail[] = [{ path, tip: tipOf(place) }]
  for (const trail of trails) {
    if (seen.has(trail.path)) continue
    seen.add(trail.path)
    const log = readLog(place, [trail.path], trail.tip)
    const moves = movesIn(place, log)
    for (const commit of log) {
      const moved = moves.get(commit.commit)
      const steps = moved ? withMoves(commit.steps, moved, trail.path) : commit.steps
      trails.push(...trailsBehind(place, { ...commit, steps }, moved ?? [], trail.path))
      told.set(commit.commit, join(told.get(commit.commit), { ...commit, steps }))
    }
  }
  return trails.length > 1 ? inOrderOfHistory(place, told) : [...told.values()]
}

/** The files that commits moved or copied, by commit; looked for only where something new came in. */
function movesIn(place: Place, log: readonly LoggedCommit[]): Map<string, FileStep[]> {
  const maybe = log.filter(
    ({ steps, action, isFirst }) =>
      !isFirst && !makers.test(action) && (leavesStub.test(action) || steps.some(({ was }) => was === null)),
  )
  const moves = readMoves(
    place,
    maybe.map(({ commit }) => commit),
  )
  const deeds = new Map(maybe.map(({ commit, action }) => [commit, action]))
  return new Map(
    moves.map(({ commit, steps }) => [commit, steps.filter(({ copied }) => !copied || leavesStub.test(deeds.get(commit) ?? ''))]),
  )
}

/** A commit's steps below a path, those that came from elsewhere told as moves. */
function withMoves(steps: readonly FileStep[], moved: readonly FileStep[], path: string): FileStep[] {
  const sources = new Map(
    moved.flatMap((step) => (step.from !== undefined && isBelow(step.path, path) ? [[step.path, step]] : [])),
  )
  const left = new Set([...sources.values()].map(({ from }) => from))
  return steps.flatMap((step) => {
    if (step.is === null && left.has(step.path)) return []
    return step.was === null ? (sources.get(step.path) ?? step) : step
  })
}

/** Where what a commit brought in was before: single files, or a customer as a whole that was renamed or merged. */
function trailsBehind(place: Place, { commit, steps }: LoggedCommit, moved: readonly FileStep[], path: string): Trail[] {
  const tip = `${commit}^1`
  const came = steps.flatMap(({ from }) => (from !== undefined && !isBelow(from, path) ? [from] : []))
  const merged = /^customers\/[^/]+$/.test(path) ? customersGone(place, moved, path) : []
  const alone = came.filter((from) => !merged.includes(`customers/${customerIn(from)}`))
  return [...new Set([...merged, ...alone])].map((from) => ({ path: from, tip }))
}

const ownFile = /^customers\/[^/]+\/customer\.md$/

/** The folders of customers whose own file became this customer's, or a stub that leads to it. */
function customersGone(place: Place, moved: readonly FileStep[], folder: string): string[] {
  const to = `${folder}/customer.md`
  const renamed = moved.flatMap(({ path, from }) => (path === to && from !== undefined && ownFile.test(from) ? [from] : []))
  const left = moved.filter(({ path, from, is }) => from === undefined && is !== null && path !== to && ownFile.test(path))
  const contents = readObjects(
    place,
    left.flatMap(({ is }) => is ?? []),
  )
  const stubs = left.filter(({ path, is }) => leadsTo(path, contents.get(is ?? '')) === to)
  return [...renamed, ...stubs.map(({ path }) => path)].map((path) => path.slice(0, -'/customer.md'.length))
}

/** Where a customer's file leads, when it is a stub. */
function leadsTo(path: string, bytes: Buffer | undefined): string | undefined {
  const text = bytes && textOf(bytes)
  return text && /^redirect\s*:/m.test(text) ? readRecord('customer', path, text).redirect : undefined
}

const isBelow = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`)

function join(known: LoggedCommit | undefined, more: LoggedCommit): LoggedCommit {
  if (!known) return more
  const paths = new Set(known.steps.map(({ path }) => path))
  return { ...known, steps: [...known.steps, ...more.steps.filter(({ path }) => !paths.has(path))] }
}

function inOrderOfHistory(place: Place, told: ReadonlyMap<string, LoggedCommit>): LoggedCommit[] {
  const all = gitAtOnce(place, ['rev-list', '--first-parent', tipOf(place)]).split('\n')
  return all.flatMap((commit) => told.get(commit) ?? [])
}
