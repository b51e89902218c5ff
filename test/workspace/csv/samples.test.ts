import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openCsv } from '../../../src/workspace/csv/open-csv.ts'

const samples = new URL('../../../../shared/samples/', import.meta.url)
const here = existsSync(samples)
if (!here) console.log('The samples are not beside this checkout (../shared/samples): skipped.')

// File, and where its README's figures count its rows.
const counted: [file: string, ...path: string[]][] = [
  ['zoho_crm/Accounts.csv', 'accounts', 'rows'],
  ['zoho_crm/Contacts.csv', 'contacts', 'rows'],
  ['zoho_crm/Leads.csv', 'leads', 'rows'],
  ['zoho_crm/Potentials.csv', 'potentials', 'rows'],
  ['salesforce/org_export/Account.csv', 'accounts', 'rows'],
  ['salesforce/org_export/Contact.csv', 'contacts', 'rows'],
  ['salesforce/org_export/Lead.csv', 'leads', 'rows'],
  ['salesforce/org_export/Opportunity.csv', 'opportunities', 'rows'],
  ['salesforce/bulk_accounts.csv', 'bulk_accounts', 'rows'],
  ['crm_sales_opportunities/accounts.csv', 'accounts'],
  ['reply_intent/replies_raw.csv', 'raw_rows'],
  ['job_postings/hotel_jobs.csv', 'hotel_jobs', 'rows'],
  ['job_postings/job_descriptions.csv', 'job_descriptions', 'rows'],
]

test.skipIf(!here).each(counted)('%s has as many rows as its figures say', async (file, ...path) => {
  const figures: unknown = JSON.parse(readFileSync(new URL(`${file.split('/')[0]}/expected.json`, samples), 'utf8'))
  const wanted = path.reduce((value, key) => (value as Record<string, unknown>)[key], figures)
  const csv = await openCsv(new URL(file, samples).pathname)
  const rows = (await Array.fromAsync(csv.rows())).flat()
  expect(rows.filter((row) => 'reason' in row || row.short !== undefined)).toEqual([])
  expect(rows).toHaveLength(wanted as number)
})
