import { describe, expect, test } from 'vitest'
import { readRows } from './read-rows.ts'

const one = (row: Record<string, string>, given = {}) => readRows(Object.keys(row), [Object.values(row)], given)
const draft = (row: Record<string, string>, given = {}) => one(row, given).drafts[0]!

describe('names', () => {
  const contact = { map: { kind: 'contact' as const } }
  test.each([
    [{ Name: 'Jo Park', 'First Name': 'J' }, 'Jo Park'],
    [{ 'First Name': 'Jo', 'Last Name': 'Park' }, 'Jo Park'],
    [{ 'First Name': 'Jo', 'Middle Name': 'B.', 'Last Name': 'Park' }, 'Jo B. Park'],
    [{ 'Last Name': 'Park' }, 'Park'],
    [{ Email: 'Jo.Park@Acme.com' }, 'jo.park'],
    [{ Id: '7' }, '7'],
  ])('of a contact: %j', (row, name) => {
    expect(draft(row, contact).fields['name']).toBe(name)
  })

  test.each([
    [{ Product: 'GTX', Account: 'Cancity', 'Deal ID': '7' }, 'GTX for Cancity'],
    [{ Product: 'GTX;MG', Account: 'Cancity' }, 'GTX, MG for Cancity'],
    [{ Product: 'GTX', 'Deal ID': '7' }, 'GTX'],
    [{ Account: 'Cancity', 'Deal ID': '7' }, '7'],
  ])('of a deal: %j', (row, name) => {
    expect(draft(row, { map: { kind: 'deal' } }).fields['name']).toBe(name)
  })

  test.each([
    [{ Company: 'Acme', Website: 'acme.com' }, 'Acme'],
    [{ Company: '', Website: 'https://www.acme.com/de' }, 'acme.com'],
    [{ Company: '', Website: '', Id: '7' }, '7'],
  ])('of a customer: %j', (row, name) => {
    expect(draft(row, { map: { kind: 'customer' } }).fields['name']).toBe(name)
  })

  test('a row that nothing names says so', () => {
    expect(readRows(['Company', 'Employees'], [['', '5']]).read).toEqual([
      { reason: expect.stringContaining('nothing in the row can name it') },
    ])
  })
})

describe('what keeps mail away', () => {
  const contact = (row: Record<string, string>) =>
    draft({ Name: 'Jo', Email: 'jo@acme.com', ...row }, { map: { kind: 'contact' } })

  test.each([
    [{ HasOptedOutOfEmail: '1' }, 'opt-out'],
    [{ 'Email Opt Out': 'true' }, 'opt-out'],
    [{ 'Unsubscribed from all email': 'Yes' }, 'opt-out'],
    [{ 'Opted out of email: Marketing Information': 'true' }, 'opt-out'],
    [{ 'Marketing Status': 'Unsubscribed' }, 'opt-out'],
    [{ 'Do Not Email': 'x' }, 'opt-out'],
    [{ Unsubscribed: 'Newsletter of May' }, 'opt-out'],
    [{ IsEmailBounced: '1' }, 'bounce'],
    [{ 'Email hard bounce reason': 'UNKNOWN_USER' }, 'bounce'],
    [{ EmailBouncedDate: '2024-01-22T14:49:34.000+0000' }, 'bounce'],
  ])('%j', (row: Record<string, string>, reason) => {
    expect(contact(row).suppress).toMatchObject([{ reason, said: Object.keys(row)[0] }])
  })

  test.each<Record<string, string>>([
    { HasOptedOutOfEmail: '' },
    { HasOptedOutOfEmail: '0' },
    { 'Email Opt Out': 'No' },
    { Unsubscribed: 'Never' },
    { 'Email Opt Out': 'Opted in' },
    { 'Marketing Status': 'Subscribed' },
    { IsEmailBounced: 'false' },
  ])('not %j', (row) => {
    expect(contact(row)).not.toHaveProperty('suppress')
  })

  test('is consent and bounce of the record, with day and reason', () => {
    const { fields, suppress } = contact({
      HasOptedOutOfEmail: '1',
      'Opt Out Date': '2024-03-01',
      DoNotCall: '1',
      EmailBouncedReason: '550 no such user',
      EmailBouncedDate: '2024-01-22T23:49:34.000+0000',
    })
    expect(fields).toMatchObject({
      consent: { given: false, on: '2024-03-01', source: 'HasOptedOutOfEmail', calls: false },
      bounced: { on: '2024-01-23', reason: '550 no such user' },
    })
    expect(suppress).toEqual([
      { reason: 'opt-out', on: '2024-03-01', said: 'HasOptedOutOfEmail' },
      { reason: 'bounce', on: '2024-01-23', said: 'EmailBouncedReason' },
    ])
  })

  test('a day in the column of the opt-out is its day', () => {
    expect(contact({ Unsubscribed: '2024-03-01' }).suppress).toEqual([
      { reason: 'opt-out', on: '2024-03-01', said: 'Unsubscribed' },
    ])
  })
})

describe('words of other systems', () => {
  test.each([
    ['Type', 'New Customer', { type: 'new-business' }, 'New Customer'],
    ['Type', 'Renewal', { type: 'renewal' }, undefined],
    ['Type', 'Existing Business', {}, 'Existing Business'],
    ['Forecast Category', 'Best Case', { forecast_category: 'best-case' }, undefined],
    ['Forecast Category', 'BestCase', { forecast_category: 'best-case' }, undefined],
    ['Forecast Category', 'Unheard of', {}, 'Unheard of'],
  ])('%s %s', (heading, word, fields, kept) => {
    const { fields: read, imported } = draft({ 'Deal Name': 'A', [heading]: word })
    expect(read).toEqual({ name: 'A', ...fields })
    expect(imported[heading]).toBe(kept)
  })

  test.each([
    ['Customer - Channel', 'customer'],
    ['Prospect', 'prospect'],
    ['Technology Partner', 'partner'],
    ['Competitor', undefined],
  ])('an account of type %s', (word, type) => {
    expect(draft({ Company: 'A', Employees: '1', Type: word }).fields['type']).toBe(type)
  })

  test('won and lost in a second column win over the stage', () => {
    const rows = ['Won', 'Lost', 'Open'].map((status) => ['A', 'Negotiation', status])
    const { drafts } = readRows(['Deal - Title', 'Deal - Stage', 'Deal - Status'], rows)
    expect(drafts.map(({ fields }) => fields['stage'])).toEqual(['Won', 'Lost', 'Negotiation'])
    expect(drafts.map(({ imported }) => imported)).toEqual([
      { 'Deal - Stage': 'Negotiation' },
      { 'Deal - Stage': 'Negotiation' },
      { 'Deal - Status': 'Open' },
    ])
  })
})

describe('several columns for one field', () => {
  test('phones: the better one, the other as it was written', () => {
    const read = readRows(
      ['Last Name', 'Email', 'Mobile', 'Phone'],
      [
        ['A', 'a@x.com', '+49 151 12345678', '+49 30 1234567'],
        ['B', 'b@x.com', '+49 151 12345678', ''],
      ],
    )
    expect(read.drafts.map(({ fields }) => fields['phone'])).toEqual(['+49301234567', '+4915112345678'])
    expect(read.drafts[0]!.imported).toEqual({ Mobile: '+49 151 12345678' })
  })

  test('amounts: never the expected revenue for a missing amount', () => {
    const read = readRows(
      ['Deal Name', 'Expected Revenue', 'Amount'],
      [
        ['A', '9', '10'],
        ['B', '9', ''],
      ],
    )
    expect(read.drafts.map(({ fields }) => fields['amount'])).toEqual([10, undefined])
    expect(read.drafts[1]!.imported).toEqual({ 'Expected Revenue': '9' })
  })

  test('e-mails: the others are further ones', () => {
    const { fields } = draft({
      'Last Name': 'Park',
      'First Name': 'Jo',
      Email: 'Jo@Acme.com; jo.park@acme.com',
      'Secondary Email': 'jo@home.com',
    })
    expect(fields).toMatchObject({ email: 'jo@acme.com', emails: ['jo.park@acme.com', 'jo@home.com'] })
  })
})

test('an address of several cells, or of one in JSON, is a place', () => {
  const json = '{"city":"Berlin","country":"DE","latitude":null}'
  expect(draft({ Company: 'A', Employees: '1', City: 'Berlin', Country: 'DE' }).fields['location']).toBe('Berlin, DE')
  expect(draft({ Company: 'A', Employees: '1', BillingAddress: json }).fields['location']).toBe('Berlin, DE')
  expect(one({ Company: 'A', Employees: '1', BillingCity: 'Berlin', BillingAddress: json }).to).toMatchObject({
    BillingAddress: 'left out',
  })
})

test('phones take the country of their row, else of the workspace', () => {
  const phone = (row: Record<string, string>, settings = {}) =>
    draft({ 'Last Name': 'A', Email: 'a@x.com', Phone: '030 1234567', ...row }, { settings }).fields['phone']
  expect(phone({ 'Mailing Country': 'Germany' })).toBe('+49301234567')
  expect(phone({ 'Mailing Country': 'Deutschland' })).toBe('+49301234567')
  expect(phone({}, { phone_country: 'DE' })).toBe('+49301234567')
  expect(phone({})).toBe('030 1234567')
})

test('people are named by name, address or id', () => {
  const owner = (text: string, system = 'csv') => draft({ 'Deal Name': 'A', 'Deal Owner': text }, { map: { system } }).owner
  expect(owner('Jo Park')).toEqual({ name: 'Jo Park' })
  expect(owner('Jo@Ours.com')).toEqual({ email: 'jo@ours.com' })
  expect(owner('Jo Park (jo@ours.com)')).toEqual({ name: 'Jo Park', email: 'jo@ours.com' })
  expect(owner('0055g00000AbCdE', 'salesforce')).toEqual({ id: '0055g00000AbCdEAAV' })
})

test('an account id in the company of a Salesforce lead is an id', () => {
  const { company } = draft(
    { LastName: 'A', Company: '001Ec00000GINb1IAH', IsConverted: '', OwnerId: '', StageName: '' },
    { map: { kind: 'lead', system: 'salesforce' } },
  )
  expect(company).toEqual({ id: '001Ec00000GINb1IAH' })
})

test('a Close lead id is the company of its deals and contacts', () => {
  const { company, id } = draft({
    id: 'oppo_12345678',
    lead_id: 'lead_12345678',
    lead_name: 'Acme',
    status_label: 'Won',
    status_type: 'won',
    value: '5',
  })
  expect({ company, id }).toEqual({ company: { id: 'lead_12345678', name: 'Acme' }, id: 'oppo_12345678' })
})

test('a row marked as deleted is read, with a note', () => {
  const { drafts, notes } = one({ Id: '1', IsDeleted: '1', 'Deal Name': 'A' })
  expect(drafts).toHaveLength(1)
  expect(notes).toMatchObject([{ line: 2, column: 'IsDeleted' }])
})

test('a cell that looks like a formula is text', () => {
  const { fields, body } = draft({ 'Deal Name': '=SUM(A1)', Description: '@cmd', 'Next Step': '+1' })
  expect({ ...fields, body }).toEqual({ name: '=SUM(A1)', next_step: '+1', body: '@cmd' })
})

test('a cell of more than 1 MB is kept, with a note', () => {
  const { drafts, notes } = one({ 'Deal Name': 'A', Description: 'x'.repeat(1_000_001) })
  expect(drafts[0]!.body).toHaveLength(1_000_001)
  expect(notes).toMatchObject([{ line: 2, message: expect.stringContaining('1 MB') as string }])
})

test('fields stand in the order of the schema, whatever that of the columns', () => {
  const { fields } = draft({ Stage: 'Won', 'Close Date': '2021-01-02', Amount: '5', 'Deal Name': 'A', Currency: 'EUR' })
  expect(Object.keys(fields)).toEqual(['name', 'amount', 'currency', 'stage', 'close_date'])
})
