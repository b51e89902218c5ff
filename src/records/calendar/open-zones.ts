import { instantOf, isZone, stampIn } from '../days/calendar.ts'
import type { Block } from './content-lines.ts'
import { dayNumber } from './day-number.ts'
import { expandRule } from './expand-rule.ts'
import { type Reader, textIn } from './open-ical.ts'
import { readRule } from './read-rule.ts'
import { windowsZones } from './windows-zones.ts'

/** Puts the time on a clock (`2026-11-02T10:00`) into a stamp with its offset; undefined when it is no time, or the zone is unknown. */
export type Zones = { stamp(local: string, tzid: string | undefined): string | undefined; knows(tzid: string): boolean }

/** Opens the time zones of a calendar: by their names where the world knows these, else by what its VTIMEZONE says. */
export function openZones(blocks: readonly Block[], read: Reader, home: string): Zones {
  const told = new Map<string, Observance[]>()
  const called = new Map<string, string>()
  for (const block of blocks.filter(({ name }) => name === 'VTIMEZONE').slice(0, 200)) {
    const { tzid, location } = namesIn(block, read)
    const known = nameOf(location ?? '')
    if (!tzid || nameOf(tzid)) continue
    if (known) called.set(tzid, known)
    else told.set(tzid, observances(block, read))
  }
  const named = (tzid: string) => nameOf(tzid) ?? called.get(tzid)
  return {
    knows: (tzid) => named(tzid) !== undefined || (told.get(tzid)?.length ?? 0) > 0,
    stamp(local, tzid) {
      const own = tzid === undefined ? undefined : told.get(tzid)
      if (own && own.length > 0) return `${local.slice(0, 16)}${offsetAt(own, local)}`
      try {
        return stampIn(...zoned(local, (tzid === undefined ? undefined : named(tzid)) ?? home))
      } catch {
        return undefined
      }
    },
  }
}

const zoned = (local: string, zone: string) => [zone, instantOf(local, zone)] as const

/** The IANA name in a TZID: itself, behind a vendor's prefix, or what Windows calls otherwise. */
function nameOf(tzid: string): string | undefined {
  const name = tzid.trim().replace(/^"|"$/g, '')
  const windows = windowsZones[name]
  if (windows) return windows
  const tail = /^\/.*?([A-Z][A-Za-z_]+\/[A-Za-z_+-]+(?:\/[A-Za-z_-]+)?)$/.exec(name)?.[1] ?? name
  return /^(?:UTC|GMT|[A-Za-z_]+\/[A-Za-z0-9_+/-]+)$/.test(tail) && isZone(tail) ? tail : undefined
}

function namesIn({ lines }: Block, read: Reader) {
  const value = (name: string) => {
    const found = lines.map(read).find((one) => one?.name === name)?.values[0]
    return typeof found === 'string' ? found : undefined
  }
  return { tzid: value('tzid'), location: value('x-lic-location') }
}

type Observance = { offset: string; onsets: (year: number) => string[] }

function observances({ blocks }: Block, read: Reader): Observance[] {
  return blocks.slice(0, 20).flatMap(({ lines }): Observance[] => {
    const found = new Map(lines.flatMap((line) => read(line) ?? []).map((one) => [one.name, one.values[0]]))
    const offset = /^[+-]\d{2}:\d{2}/.exec(textIn(found.get('tzoffsetto')))?.[0]
    const start = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.exec(textIn(found.get('dtstart')))?.[0]
    if (!offset || !start || !Number.isFinite(dayNumber(start))) return []
    const rule = found.has('rrule') ? readRule(found.get('rrule')) : undefined
    const onsets = (year: number) =>
      rule && !('refused' in rule)
        ? expandRule(rule, start, { from: `${year}-01-01`, to: `${year}-12-31` }).map((day) => `${day}${start.slice(10)}`)
        : [start]
    return [{ offset, onsets }]
  })
}

/** The offset that began last before a time; before all of them, the first one's. */
function offsetAt(all: readonly Observance[], local: string): string {
  const year = Number(local.slice(0, 4))
  const begun = all
    .flatMap(({ offset, onsets }) => [year - 1, year].flatMap((of) => onsets(of).map((at) => ({ at, offset }))))
    .filter(({ at }) => at <= local)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
  return (begun.at(-1) ?? all[0])!.offset
}
