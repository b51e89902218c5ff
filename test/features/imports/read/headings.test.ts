import { describe, expect, test } from 'vitest'
import { understandFile } from '../../../../src/features/imports/read/understand-file.ts'
import { WorkspaceSettings } from '../../../../src/records/kinds/workspace-settings.ts'
import { readRows } from './read-rows.ts'

const settings = WorkspaceSettings().parse({ name: 'Ours' })
const recognise = (headings: string, file = 'export.csv') =>
  understandFile({
    file,
    headings: headings.split('|').map((one) => one.trim()),
    sample: [],
    settings,
    zone: 'UTC',
    today: '2026-11-21',
  })

const exports: [string, string, string][] = [
  [
    'customer',
    'salesforce',
    'Id | IsDeleted | Name | Type | ParentId | BillingStreet | BillingCity | Phone | Website | Industry | AnnualRevenue | NumberOfEmployees | OwnerId | CreatedDate | SystemModstamp',
  ],
  [
    'customer',
    'salesforce',
    'NAME | TYPE | PARENTID | BILLINGSTREET | BILLINGCITY | PHONE | WEBSITE | INDUSTRY | ANNUALREVENUE | NUMBEROFEMPLOYEES',
  ],
  [
    'contact',
    'salesforce',
    'Id | AccountId | LastName | FirstName | Salutation | MailingStreet | MailingCity | Phone | Email | Title | LeadSource | OwnerId | HasOptedOutOfEmail | DoNotCall',
  ],
  [
    'lead',
    'salesforce',
    'Id | LastName | FirstName | Title | Company | Street | City | Phone | Email | Website | LeadSource | Status | Industry | Rating | AnnualRevenue | NumberOfEmployees | OwnerId | IsConverted | ConvertedDate | ConvertedAccountId',
  ],
  [
    'deal',
    'salesforce',
    'Id | AccountId | Name | StageName | Amount | Probability | CloseDate | Type | NextStep | LeadSource | IsClosed | IsWon | ForecastCategory | OwnerId | ContactId',
  ],
  [
    'deal',
    'salesforce',
    'Opportunity Owner | Account Name | Opportunity Name | Stage | Fiscal Period | Amount | Probability (%) | Age | Close Date | Created Date | Next Step | Lead Source | Type',
  ],
  [
    'person',
    'salesforce',
    'Id | Username | LastName | FirstName | Name | Email | Alias | IsActive | UserRoleId | ProfileId | ManagerId | TimeZoneSidKey',
  ],
  ['product', 'salesforce', 'Id | Name | ProductCode | Description | IsActive | Family | StockKeepingUnit | SystemModstamp'],
  [
    'customer',
    'hubspot',
    'Record ID | Company name | Company owner | Create Date | Phone Number | Last Activity Date | City | Country/Region | Industry | Company Domain Name | Number of Employees | Annual Revenue | Lifecycle Stage',
  ],
  [
    'contact',
    'hubspot',
    'Record ID | First Name | Last Name | Email | Phone Number | Contact owner | Associated Company | Last Activity Date | Lead Status | Lifecycle Stage | Marketing contact status | Create Date | Unsubscribed from all email',
  ],
  [
    'deal',
    'hubspot',
    'Record ID | Deal Name | Deal Stage | Close Date | Deal owner | Amount | Pipeline | Deal Type | Associated Company | Associated Contact | Deal probability | Create Date',
  ],
  ['customer', 'zoho', 'ACCOUNTID | Account Name | Account Owner Id | Account Owner | Account Type | Industry | Website'],
  [
    'contact',
    'zoho',
    'CONTACTID | Last Name | Contact Owner Id | Contact Owner | Account Id | Email | Lead Source | Mobile | Created Time | Email Opt Out',
  ],
  [
    'lead',
    'zoho',
    'LEADID | Last Name | Company | Lead Owner | Email | Mobile | Website | Industry | Lead Source | Lead Status | Created Time | CONVERTED',
  ],
  [
    'deal',
    'zoho',
    'Potential Name | Potential Owner | Created Time | Closing Date | Amount | Expected Revenue | Stage | Forecast Type | Type | Probability | LEADID',
  ],
  [
    'deal',
    'zoho',
    'Record Id | Deal Name | Deal Owner.id | Deal Owner | Amount | Stage | Closing Date | Account Name.id | Account Name | Contact Name.id | Contact Name | Created Time | Modified Time',
  ],
  [
    'customer',
    'close',
    'id | display_name | status_label | description | url | html_url | addresses | date_created | primary_contact_name',
  ],
  [
    'contact',
    'close',
    'id | lead_id | lead_name | name | title | primary_email | primary_phone | emails | phones | date_created | date_updated',
  ],
  [
    'deal',
    'close',
    'id | lead_id | lead_name | status_label | status_type | value | value_period | value_currency | confidence | date_created | date_won | contact_name | user_name | note',
  ],
  [
    'deal',
    'pipedrive',
    'Deal - ID | Deal - Title | Deal - Value | Deal - Currency of Value | Deal - Stage | Deal - Status | Deal - Owner | Deal - Organization | Deal - Contact person | Deal - Expected close date | Deal - Deal created',
  ],
  [
    'customer',
    'pipedrive',
    'Organization - ID | Organization - Name | Organization - Address | Organization - Owner | Organization - Label',
  ],
  [
    'contact',
    'pipedrive',
    'Person - ID | Person - Name | Person - Email - Work | Person - Phone - Work | Person - Organization | Person - Owner | Person - Marketing status',
  ],
  ['customer', 'csv', 'company | domain | employees'],
  ['customer', 'csv', 'account | sector | year_established | revenue | employees | office_location | subsidiary_of'],
  ['deal', 'csv', 'opportunity_id | sales_agent | product | account | deal_stage | engage_date | close_date | close_value'],
  ['person', 'csv', 'sales_agent | manager | regional_office'],
  ['product', 'csv', 'product | series | sales_price'],
  ['contact', 'csv', 'name | email | company'],
  ['contact', 'csv', 'Vorname | Nachname | E-Mail | Telefon | Firma'],
  ['customer', 'csv', 'Firma | Branche | Mitarbeiter | Umsatz | Ort'],
  ['deal', 'csv', 'Bezeichnung | Firma | Betrag | Phase | Abschlussdatum'],
  ['customer', 'csv', 'name | website'],
  ['deal', 'csv', 'name | amount | stage'],
]

test.each(exports)('a %s of %s: %s', (kind, system, headings) => {
  expect(recognise(headings)).toMatchObject({ kind, system })
})

test('a file name decides where headings do not', () => {
  expect(recognise('name | notes', 'customers.csv')).toMatchObject({ kind: 'customer' })
  expect(recognise('first_name | last_name | email', 'leads.csv')).toMatchObject({ kind: 'lead' })
  expect(recognise('first_name | last_name | email', 'contacts.csv')).toMatchObject({ kind: 'contact' })
})

test.each([
  ['Table | Field | Description', 'a data dictionary'],
  ['Column Name | Data Type | Description', 'a data dictionary'],
  ['id | label', 'name no company, person, deal or product'],
  ['country | code', 'name no company'],
  ['Subject | WhoId | WhatId | ActivityDate | Status | Priority | OwnerId', 'activities or tasks'],
  ['Id | OpportunityId | Product2Id | PricebookEntryId | Quantity | UnitPrice | TotalPrice', 'lines of deals'],
])('%s holds no records', (headings, reason) => {
  expect(recognise(headings)).toEqual({ skipped: expect.stringContaining(reason) })
})

test('a map that names the kind wins over the guess', () => {
  const { kind } = readRows(['Table', 'Field', 'Description'], [['a', 'b', 'c']], {
    map: { kind: 'customer', columns: { Table: 'name' } },
  })
  expect(kind).toBe('customer')
})

const placed: [string, string, Record<string, string>][] = [
  ['customer', 'Billing City', { 'Billing City': 'location' }],
  ['customer', 'Parent Account', { 'Parent Account': 'parent.name' }],
  ['customer', 'subsidiary_of', { subsidiary_of: 'parent.name' }],
  ['customer', 'Account Owner', { 'Account Owner': 'owner.name' }],
  ['customer', 'SystemModstamp', { SystemModstamp: 'left out' }],
  ['customer', 'Favourite_Colour__c', { Favourite_Colour__c: 'imported' }],
  ['customer', 'territory', { territory: 'territory' }],
  ['deal', 'Deal - Organization', { 'Deal - Organization': 'company.name' }],
  ['deal', 'Deal - Expected close date', { 'Deal - Expected close date': 'close_date' }],
  ['deal', 'sales_agent', { sales_agent: 'owner.name' }],
  ['deal', 'LEADID', { LEADID: 'lead' }],
  ['deal', 'Contact Name', { 'Contact Name': 'primary_contact.name' }],
  ['deal', 'Product__c', { Product__c: 'products' }],
  ['contact', 'Email Opt Out', { 'Email Opt Out': 'consent' }],
  ['contact', 'IsEmailBounced', { IsEmailBounced: 'bounced' }],
  ['person', 'Sales Manager', { 'Sales Manager': 'manager.name' }],
]

test.each(placed)('for a %s, %s goes where it belongs', (kind, heading, to) => {
  expect(readRows(['Id', heading], [['1', '1']], { map: { kind: kind as 'deal' } }).to).toMatchObject(to)
})

describe('a team’s own fields', () => {
  const team = {
    customer: {
      tier: {
        type: 'choice' as const,
        values: ['Gold', 'Silver'],
        label: 'Service level',
        import: ['Account Tier'],
        required: 'never',
      },
    },
  }
  test.each(['Account Tier', 'tier', 'Service Level', 'ACCOUNT_TIER'])('are filled from %s', (heading) => {
    const { drafts } = readRows(
      ['Company', 'Employees', heading],
      [
        ['Acme', '5', 'gold'],
        ['Globex', '6', 'Platinum'],
      ],
      { team },
    )
    expect(drafts[0]!.fields).toMatchObject({ tier: 'Gold' })
    expect(drafts[1]!.fields).not.toHaveProperty('tier')
    expect(drafts[1]!.imported).toEqual({ [heading]: 'Platinum' })
  })
})

test('a heading that stands twice or is empty loses nothing', () => {
  const { drafts, notes } = readRows(['Company', 'Employees', 'Extra', 'Extra', ''], [['Acme', '5', 'one', 'two', 'three']])
  expect(drafts[0]!.imported).toEqual({ Extra: 'one', 'Extra (2)': 'two', 'column 5': 'three' })
  expect(notes).toEqual([expect.objectContaining({ line: 1, column: 'Extra' })])
})

test('ten thousand columns, headings of a megabyte and names of the language are only headings', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => (index === 0 ? 'Company' : `Column ${index}`))
  expect(Object.keys(readRows(many, [many], { file: 'customers.csv' }).drafts[0]!.imported)).toHaveLength(9999)
  expect(recognise(`\u0000${'x '.repeat(500_000)}`)).toEqual({ skipped: expect.not.stringContaining('\u0000') })
  const { drafts } = readRows(['Company', 'Employees', '__proto__', 'constructor'], [['Acme', '5', 'x', 'y']])
  expect(drafts[0]!.imported).toEqual({ 'column 3': 'x', constructor: 'y' })
})

test('a cell of ten megabytes is read at once, whatever its column', () => {
  const huge = 'x1-'.repeat(3_400_000)
  const headings = [
    'Last Name',
    'First Name',
    'Email',
    'Contact Owner',
    'Phone',
    'Company',
    'Website',
    'Email Opt Out',
    'Title',
    'Contact Status',
    'Tags',
    'Bounce Date',
    'Description',
  ]
  const { drafts } = readRows(headings, [headings.map(() => huge)])
  expect(drafts[0]).toMatchObject({ kind: 'contact', imported: { Email: huge, Website: huge } })
})
