import type { Account } from './book.ts'
import { findRenewals } from './find-renewals.ts'
import { counted, dealRow, type Measure, type Row } from './measure.ts'
import { quietAfterDays } from './quiet-account.ts'

/** How far ahead notice dates are looked at. */
const noticeWithin = 60

const accountRow = ({ slug, name, lastTouch, quietDays, health, because, path }: Account): Row => ({
  customer: slug,
  name,
  last_touch: lastTouch?.day ?? null,
  days: quietDays,
  health,
  because,
  path,
})

/** How the accounts are: who was not talked to, whose health is low, whose contract runs out. */
export const accountMeasures = {
  'quiet-accounts': {
    label: 'Accounts gone quiet',
    unit: 'account',
    definition: `Accounts without a touch for more than ${quietAfterDays} days; those that never had one count from their first commit.`,
    of: 'now',
    work({ accounts }) {
      const quiet = accounts
        .filter(({ live, quietDays }) => live && quietDays !== null && quietDays > quietAfterDays)
        .sort((a, b) => b.quietDays! - a.quietDays! || (a.slug < b.slug ? -1 : 1))
      return counted(
        quiet.map(({ path }) => path),
        quiet.map(accountRow),
      )
    },
  },
  health: {
    label: 'Health of accounts',
    unit: 'point',
    definition:
      'The mean health, 0 to 100, of the accounts that have one: recency, engagement, relationships, momentum and sentiment, or what was set by hand.',
    of: 'now',
    work({ accounts }) {
      const judged = accounts
        .filter(({ live, health }) => live && health !== null)
        .sort((a, b) => a.health! - b.health! || (a.slug < b.slug ? -1 : 1))
      const sum = judged.reduce((total, { health }) => total + health!, 0)
      return {
        value: judged.length > 0 ? Math.floor(sum / judged.length + 0.5) : null,
        inputs: judged.map(({ path }) => path).sort(),
        rows: judged.map(accountRow),
        ...(judged.length === 0 && { note: 'no account has one yet' }),
      }
    },
  },
  renewals: {
    label: `Renewals, notice within ${noticeWithin} days`,
    unit: 'contract',
    definition: `Contracts of won deals that still run, are not renewed yet, and whose notice date (\`end\` less \`notice_days\`) comes within ${noticeWithin} days, or has passed and the contract does not go on by itself.`,
    of: 'now',
    work({ accountDeals, today }) {
      const due = findRenewals(accountDeals, today, noticeWithin)
      return counted(
        due.map(({ deal }) => deal.path),
        due.map(
          ({ deal, end, notice, days }): Row => ({ ...dealRow(deal), end, notice, days, passed: days < 0 ? 'passed' : null }),
        ),
      )
    },
  },
} satisfies Record<string, Measure>
