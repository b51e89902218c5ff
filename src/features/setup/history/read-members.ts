import { isZone } from '../../../records/days/calendar.ts'
import { readRecord } from '../../../records/schema/read-record.ts'
import type { Hours } from './working-hours.ts'

/** Somebody of the sample's team, as commits and hours need them. */
export type Member = Hours & { slug: string; name: string; email: string }

/** Whom a file names by slug, alias or address; nobody it knows is the one who leads. */
export type Members = { of(name: unknown): Member; lead: Member }

/** Reads the team out of the sample's files. */
export function readMembers(files: ReadonlyMap<string, string>, zone: string): Members {
  const team = [...files].flatMap(([path, text]) => {
    const { value, slug } = /^workspace-setup\/people\/[^/]+\.yaml$/.test(path) ? readRecord('person', path, text) : {}
    if (!value || !slug) return []
    const { name, emails = [], aliases = [], timezone, working_hours: hours, role } = value
    const member: Member = {
      slug,
      name,
      email: emails[0] ?? `${slug}@orbit-analytics.example`,
      zone: timezone && isZone(timezone) ? timezone : zone,
      from: minutes(hours?.from ?? '09:00'),
      to: minutes(hours?.to ?? '17:30'),
    }
    return [{ member, role, names: [slug, ...aliases, ...emails].map((one) => one.toLowerCase()) }]
  })
  const lead = (team.find(({ role }) => role === 'manager') ?? team[0])?.member ?? nobody(zone)
  const byName = new Map(team.flatMap(({ member, names }) => names.map((name) => [name, member])))
  return { lead, of: (name) => byName.get(String(name).replace(/^@/, '').toLowerCase()) ?? lead }
}

const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

const nobody = (zone: string): Member => ({
  slug: 'sample',
  name: 'Sample',
  email: 'sample@orbit-analytics.example',
  zone,
  from: 540,
  to: 1020,
})
