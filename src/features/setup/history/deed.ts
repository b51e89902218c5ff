import type { Changes } from './read-changes.ts'
import type { Member, Members } from './read-members.ts'
import type { Draw } from './working-hours.ts'

/** A file of the sample, taken apart. */
export type Paper = { path: string; text: string; kind: string | undefined; slug: string; data: Record<string, unknown> }

/** Something that was done to one file: it came, or fields of it changed. `day` is the day whose values it then holds. */
export type Deed = {
  at: Date
  by: Member
  action: string
  subject: string
  because?: string
  path: string
  day: string
}

/** What every dating needs to know; `until` is the sample's present. */
export type Around = { changes: Changes; members: Members; draw: Draw; zone: string; until: Date; today: string }

export const minutesFrom = (at: Date, minutes: number) => new Date(at.getTime() + minutes * 60_000)

export const textIn = ({ data }: Paper, key: string): string | undefined =>
  typeof data[key] === 'string' || typeof data[key] === 'number' ? String(data[key]) : undefined

export const isDay = (value: string | undefined): value is string => /^\d{4}-\d{2}-\d{2}/.test(value ?? '')

const isRealDay = (found: string) => !Number.isNaN(Date.parse(found))

/** The first day in the name of a file or a folder above it. */
export const dayInPath = (path: string): string | undefined => path.match(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g)?.find(isRealDay)
