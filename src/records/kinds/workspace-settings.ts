import * as z from 'zod'
import { newestFormat } from '../format.ts'
import { choice, currency, domain, instant, lazily, leaf, list, positive, text } from './field-types.ts'

const yearStart = leaf('text', 'a month and day such as 01-01', (e) =>
  z.string(e).regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, e),
)

const format = leaf(
  'number',
  newestFormat === 1 ? 'the format this program knows, which is 1' : `a format this program knows, from 1 to ${newestFormat}`,
  (e) => z.int(e).min(1, e).max(newestFormat, e),
)

const Budgets = lazily(() =>
  z.looseObject(
    {
      run: positive.describe('The most one run may spend, in the workspace currency.').optional(),
      day: positive.describe('The most one day may spend, in the workspace currency.').optional(),
    },
    'keys and values such as run: 2',
  ),
)

/** How the workspace behaves: `workspace-setup/workspace.yaml`. */
export const WorkspaceSettings = lazily(() =>
  z.looseObject({
    name: text.describe('The name of the company that sells.'),
    format: format.describe('The version of the format the files are in; dossier migrate moves it. Absent means 1.').default(1),
    currency: currency.describe('The ISO 4217 code that figures are shown in.').default('EUR'),
    timezone: text.describe('The time zone of team figures, by IANA name.').default('UTC'),
    fiscal_year_start: yearStart.describe('The month and day the fiscal year begins, such as 02-01.').default('01-01'),
    working_days: list(choice(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']))
      .describe('The days people work.')
      .default(['mon', 'tue', 'wed', 'thu', 'fri']),
    own_domains: list(domain).describe('Our own mail domains: who writes from them is one of us.').default([]),
    commit: choice(['auto', 'manual'])
      .describe('auto: each action is committed; manual: committing is left to you.')
      .default('auto'),
    autosave: text.describe('Let watch commit your own edits after this much quiet, such as 10 minutes.').optional(),
    budgets: Budgets().describe('What may be spent on models and services before a person is asked.').optional(),
    personal: choice(['ignored', 'shared']).describe('Whether git keeps personal/.').default('ignored'),
    now: instant.describe('Stands in for the clock, for samples and demos; nothing is sent while it is set.').optional(),
    branch: text.describe('The branch the team meets on; absent, the one that is checked out.').optional(),
    model: text.describe('The model that contexts are measured for.').optional(),
    phone_country: text.describe('The country of phone numbers without a prefix, such as DE.').optional(),
  }),
)
export type WorkspaceSettings = z.infer<ReturnType<typeof WorkspaceSettings>>
