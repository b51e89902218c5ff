import { sayCount } from '../../../formulas/say-figure.ts'
import { daysBetween } from '../../../records/days/calendar.ts'
import { kindOf } from '../../../records/kinds.ts'
import { inOrder } from '../../../workspace/tree.ts'
import type { Manifest } from './manifest.ts'
import type { Inputs } from './open-inputs.ts'

/** Why a saved pack is not true any more, in a word for programs and in words for people; `paths` are the files it is about. */
export type Cause = {
  cause: 'unknown' | 'customer' | 'edited' | 'changed' | 'new' | 'gone' | 'template' | 'program' | 'history' | 'day'
  said: string
  paths?: string[]
}

/** How things stand now. */
export type Standing = { pack: string; inputs: Inputs; template: string; program: string; history: string; today: string }

/** Holds a saved pack against how things stand; no cause, and it is still what would be made now. */
export function judgePack(then: Manifest, now: Standing): Cause[] {
  const files = compareInputs(new Map(Object.entries(then.inputs)), now.inputs)
  const causes: (Cause | false)[] = [
    then.pack !== now.pack && { cause: 'edited', said: 'somebody changed it since it was made' },
    ...files,
    then.template !== now.template && {
      cause: 'template',
      said: now.template === '' ? 'its template is gone' : 'its template changed',
    },
    then.program !== now.program && { cause: 'program', said: 'another version of the program made it' },
    files.length === 0 &&
      then.history !== now.history && { cause: 'history', said: 'files were committed since: when they changed is told by that' },
    then.asOf !== now.today && { cause: 'day', said: sayDay(then.asOf, now.today) },
  ]
  return causes.filter((cause) => cause !== false)
}

function sayDay(made: string, today: string): string {
  const days = daysBetween(made, today)
  if (days < 0) return `made on ${made}, which is still to come`
  return `made on ${made}, ${sayCount(days, 'day')} ago: what is overdue or stale may read otherwise`
}

function compareInputs(then: Inputs, now: Inputs): Cause[] {
  const pathsOf = (paths: Iterable<string>) => [...paths].sort(inOrder)
  const changed = pathsOf(then.keys()).filter((path) => now.has(path) && now.get(path) !== then.get(path))
  const fresh = pathsOf(now.keys()).filter((path) => !then.has(path))
  const gone = pathsOf(then.keys()).filter((path) => !now.has(path))
  const say = (cause: 'changed' | 'new' | 'gone', paths: string[]): Cause[] =>
    paths.length === 0 ? [] : [{ cause, said: `${sayFiles(cause, paths)}: ${some(paths)}`, paths }]
  return [...say('changed', changed), ...say('new', fresh), ...say('gone', gone)]
}

const named = ['activity', 'contact', 'deal']

/** 2 files changed; 1 new activity; 3 contacts gone. */
function sayFiles(cause: 'changed' | 'new' | 'gone', paths: readonly string[]): string {
  const kinds = new Set(paths.map((path) => kindOf(path) ?? 'file'))
  const [only = 'file'] = kinds
  const noun = kinds.size === 1 && named.includes(only) ? only : 'file'
  const plural = noun === 'activity' ? 'activities' : `${noun}s`
  if (cause === 'new') return sayCount(paths.length, `new ${noun}`, `new ${plural}`)
  return `${sayCount(paths.length, noun, plural)} ${cause}`
}

/** So many files are named; the others are counted. */
const most = 3

const some = (paths: readonly string[]) =>
  paths.length > most ? `${paths.slice(0, most).join(', ')} and ${paths.length - most} more` : paths.join(', ')
