import type { Place } from '../place.ts'
import { gitAtOnce, gitPath, tipOf } from './run.ts'

/** A stretch of history by the places of its ends in a list of commits, newest first. */
type Stretch = [newer: number, older: number]

/** Into so many a stretch is cut at a time: a question costs about as much as so many more answers. */
const parts = 16

/** The commits since an instant that changed one of some files or folders, newest first. Quicker than a log: where all are the same at both ends of a stretch of history, nothing between them is looked at. */
export function findFolderChanges(place: Place, paths: readonly string[], since: Date): string[] {
  const commits = listCommits(place, since)
  const last = commits.length - 1
  const states: string[] = []
  const look = (places: number[]) => {
    const told = readStates(
      place,
      places.flatMap((at) => paths.map((path) => `${commits[at]}:${gitPath(place, path)}`)),
    )
    for (const [n, at] of places.entries()) states[at] = told.slice(n * paths.length, (n + 1) * paths.length).join(' ')
  }
  const differs = ([newer, older]: Stretch) => states[newer] !== states[older]
  if (last < 1) return []
  look([0, last])
  for (let stretches: Stretch[] = [[0, last]]; ; ) {
    const changed = stretches.filter(differs)
    if (changed.every(([newer, older]) => older - newer === 1)) return changed.map(([newer]) => commits[newer]!)
    stretches = changed.flatMap(cut)
    look(stretches.map(([newer]) => newer).filter((at) => states[at] === undefined))
  }
}

/** Commits since an instant, newest first, and the one before them where there is one. */
function listCommits(place: Place, since: Date): string[] {
  const args = ['rev-list', '--first-parent', '--parents', `--since=${since.toISOString()}`, tipOf(place)]
  const lines = gitAtOnce(place, args).split('\n').filter(Boolean)
  const [, before] = lines.at(-1)?.split(' ') ?? []
  return [...lines.map((line) => line.split(' ')[0]!), ...(before ? [before] : [])]
}

/** What stands at each of these places of history; the same text for the same contents, and none where nothing does. */
const readStates = (place: Place, asked: string[]) =>
  gitAtOnce(place, ['cat-file', '--batch-check=%(objectname)'], { input: asked.map((one) => `${one}\n`).join('') })
    .split('\n')
    .map((line) => (line.endsWith(' missing') ? '' : line))

function cut([newer, older]: Stretch): Stretch[] {
  const step = Math.ceil((older - newer) / parts)
  const starts = Array.from({ length: Math.ceil((older - newer) / step) }, (_, n) => newer + n * step)
  return starts.map((start) => [start, Math.min(start + step, older)])
}
