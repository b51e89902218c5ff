import { sayPath } from '../../records/schema/say-issue.ts'
import type { Kept } from '../records.ts'
import { inOrder } from '../tree.ts'
import { type Found, textsAt } from './found.ts'
import type { Known } from './known.ts'

/** Goals that would be held against nothing: of a period that is none, or of a team nobody is in. */
export function judgeQuotas(record: Kept, { persons, people }: Known): Found[] {
  if (record.kind !== 'quotas') return []
  const teams = [...new Set(persons.flatMap((slug) => people.teamOf(slug)?.trim() ?? []))].sort(inOrder)
  const known = new Set(teams.map((team) => team.toLowerCase()))
  const lost = textsAt(record.value, ['quotas', '*', 'team']).filter(([, team]) => !known.has(team.trim().toLowerCase()))
  return [
    ...judgePeriod(record.slug),
    ...lost.map(([field, team]): Found => {
      const expected = teams.length > 0 ? `one of ${teams.join(', ')}` : 'a team that a person of workspace-setup/people has'
      return { code: 'quota-team-unknown', field, message: `${sayPath(field)}: nobody is in a team "${team}".`, expected }
    }),
  ]
}

function judgePeriod(slug: string): Found[] {
  if (/^\d{4}(?:-Q[1-4])?$/.test(slug)) return []
  const message = `"${slug}" is no fiscal period, so these goals are compared with nothing.`
  return [{ code: 'quota-period', field: ['quotas'], message, expected: 'a name such as 2026-Q4.yaml or 2026.yaml' }]
}
