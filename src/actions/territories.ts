import { judgeAccounts } from '../features/territories/judge-accounts.ts'
import { openRules } from '../features/territories/open-rules.ts'
import type { Session } from '../session/open.ts'
import { chooseWhere } from '../workspace/query/choose-where.ts'
import { openBeside } from '../workspace/query/open-beside.ts'
import { openScopes } from '../workspace/query/open-scopes.ts'
import { keysIn } from '../workspace/query/see-fields.ts'
import { listRecords, needTeam } from '../workspace/records.ts'
import { namesFor } from '../workspace/scope.ts'

/** The accounts that `--where` is true of, or all that were not put away, judged by the rules of territories.yaml. */
export async function judgeTerritories(session: Session, where: string | undefined) {
  const place = session.place()
  const team = needTeam(place)
  const people = session.people()
  const { records, problems } = listRecords(place, 'customer', { team })
  const active = records.filter(({ value }) => !value.archived)
  const [today, zone] = [await session.today(), await session.zone()]
  const asker = { now: session.now(), zone, today, settings: session.settings(), people, team }
  const known = namesFor(team)
  const rules = openRules(place, {
    people,
    names: { ...known, customer: [...new Set([...(known.customer ?? []), ...keysIn(records)])] },
  })
  const { beside } = openBeside(place, team, { customer: records })
  const chosen =
    where === undefined
      ? active
      : (await chooseWhere(place, 'customer', active, where, { ...asker, me: () => session.needMe(), beside })).chosen
  const { scopeOf } = openScopes(place, asker, beside)
  const misplaced = judgeAccounts(chosen, { rules, people, team: listRecords(place, 'person').records, today, scopeOf })
  return { misplaced, accounts: chosen.length, customers: new Map(chosen.map((one) => [one.path, one])), problems }
}
