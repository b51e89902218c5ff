import { dayIn, daysBetween } from '../../records/days/calendar.ts'
import { shiftDates, shiftPath } from '../../records/days/shift-dates.ts'
import type { Shift } from '../../records/days/shift-forms.ts'
import { settingsPath } from '../../workspace/place.ts'
import { leastFor } from './choose-shipped.ts'

/**
 * The sample as it would read had it been written around another day; `days` is how far its dates were moved, `now` its
 * present day, `owners` its people who have deals, the busiest first. */
export type Moved = { files: Map<string, string>; changes: string; days: number; now: string; owners: string[] }

type Hour = { now: Date; zone: string }

const opening = /^---\r?\n[\s\S]*?\n---[ \t]*(?:\r?\n|$)/

/** The line that stops the sample's clock, with the comment above it. */
const standing = /(?:\r?\n)?(?:^#.*\r?\n)*^now:[ \t]*(\d{4}-\d{2}-\d{2}).*(?:\r?\n)?/m

/**
 * Moves the sample by whole weeks so that it plays around `today`, and lets its clock go: weekdays stay, and what serves any team
 * has no dates. `changes` is the list of what changed when (workspace-setup/.sample-history.yaml).
 */
export function moveSample(shipped: ReadonlyMap<string, string>, changes: string, { now: hour, zone }: Hour): Moved {
  const settings = shipped.get(settingsPath) ?? ''
  const today = dayIn(zoneIn(settings) || zone, hour)
  const now = standing.exec(settings)?.[1] ?? today
  const days = Math.floor(daysBetween(now, today) / 7) * 7
  const shift = { days, today: now, near: now }
  const zonesOf = readZones(shipped, settings)
  const files = [...shipped].map(([path, text]): [string, string] => {
    if (leastFor(path) !== 'sample') return [path, text]
    const kept = path === settingsPath ? text.replace(standing, '') : text
    const near = /\d{4}-\d{2}-\d{2}/.exec(path)?.[0] ?? now
    return [shiftPath(path, shift), shiftFile(path, kept, { ...shift, near, zones: zonesOf(path, text) })]
  })
  return {
    files: new Map(files),
    changes: shiftDates(changes, { ...shift, yaml: true }),
    days,
    now: shiftPath(now, shift),
    owners: ownersOf(shipped),
  }
}

function shiftFile(path: string, text: string, shift: Shift): string {
  if (/\.ya?ml$/.test(path)) return shiftDates(text, { ...shift, yaml: true })
  const head = opening.exec(text)?.[0] ?? ''
  return shiftDates(head, { ...shift, yaml: true }) + shiftDates(text.slice(head.length), shift)
}

/** The clocks that a file's instants may be written by: of whoever wrote it, of the customer, of the workspace, of anybody here. */
function readZones(files: ReadonlyMap<string, string>, settings: string): (path: string, text: string) => string[] {
  const all = [...files].filter(([path]) => /\/people\/[^/]+\.yaml$|\/customer\.md$/.test(path)).map(([, text]) => zoneIn(text))
  return (path, text) => {
    const by = files.get(`workspace-setup/people/${/^by:\s*(\S+)/m.exec(text)?.[1]}.yaml`)
    const customer = files.get(path.replace(/^(customers\/[^/]+\/).*$/, '$1customer.md'))
    return [...new Set([zoneIn(by), zoneIn(customer), zoneIn(settings), ...all])].filter(Boolean)
  }
}

const zoneIn = (text: string | undefined) => /^timezone:\s*(\S+)/m.exec(text ?? '')?.[1] ?? ''

function ownersOf(files: ReadonlyMap<string, string>): string[] {
  const owners = [...files].flatMap(([path, text]) => (/\/deals\//.test(path) ? (/^owner:\s*(\S+)/m.exec(text)?.[1] ?? []) : []))
  const counts = Object.entries(Object.groupBy(owners, (owner) => owner)).map(([owner, all]) => ({ owner, deals: all!.length }))
  return counts.toSorted((a, b) => b.deals - a.deals || (a.owner < b.owner ? -1 : 1)).map(({ owner }) => owner)
}

/** Whose day shows the most: the maker's own, if they have anything in the sample. */
export const lookAt = ({ owners }: Moved, me: string) => (owners.includes(me) ? me : owners[0])
