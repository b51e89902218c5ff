import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvText } from '../../../src/records/csv/csv-text.ts'
import { exported, importing, started, tree } from '../../helpers/imports.ts'

type Table = { headings: string[]; rows: string[][] }
type Export = Record<'accounts' | 'contacts' | 'leads' | 'deals', Table>

const words = ['Acme', 'Globex', 'Hooli', 'Initech', 'Umbrella', 'Stark', 'Wayne', 'Wonka', 'Tyrell', 'Cyberdyne']
const people = ['Jo Park', 'Al Fox', 'Zoe Ray', 'Mo Day', 'Ann Lee', 'Bo Li', 'Cy Young', 'Di Marsh', 'Ed Poe', 'Flo Ray']
const forms = ['', ' Inc', ' GmbH', ' Ltd']
const stages = ['Prospecting', 'Negotiation', 'Closed Won', 'Closed Lost']

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!
const number = fc.nat({ max: 9_999 })

/** The same rows as a system without ids would write them. */
const withoutIds = ({ headings, rows }: Table): Table => ({
  headings,
  rows: rows.map((cells) => cells.map((cell, n) => (headings[n]!.endsWith(' ID') ? '' : cell))),
})

/** A small export in which every name is another one; some cells that name a company are empty. */
const anExport = fc
  .record({
    hasIds: fc.integer({ min: 0, max: 2 }),
    accounts: fc.array(fc.record({ form: number, domain: fc.boolean(), parent: number, owner: number }), {
      minLength: 1,
      maxLength: words.length,
    }),
    contacts: fc.array(fc.record({ account: number, mail: fc.boolean(), out: fc.boolean() }), { maxLength: 5 }),
    leads: fc.array(fc.record({ account: number, converted: fc.boolean() }), { maxLength: 4 }),
    deals: fc.array(
      fc.record({
        account: number,
        byName: fc.boolean(),
        empty: fc.integer({ min: 0, max: 4 }),
        cents: fc.integer({ min: 0, max: 10_000_000 }),
        stage: number,
        contact: number,
        contactByName: fc.boolean(),
        lead: number,
      }),
      { minLength: 1, maxLength: 8 },
    ),
  })
  .map(({ hasIds, accounts, contacts, leads, deals }): Export => {
    const nameOf = (n: number) => `${pick(words, n)}${pick(forms, accounts[n]!.form)}`
    const some = (n: number) => n % (accounts.length + 1)
    const account = (n: number, byName: boolean) => (some(n) === accounts.length ? '' : byName ? nameOf(some(n)) : `A${some(n)}`)
    const contact = (n: number, byName: boolean) => {
      const which = n % (contacts.length + 1)
      return which === contacts.length ? '' : byName ? pick(people, which) : `C${which}`
    }
    const all: Export = {
      accounts: {
        headings: ['Account ID', 'Account Name', 'Website', 'Parent Account ID', 'Account Owner'],
        rows: accounts.map(({ domain, parent, owner }, n) => [
          `A${n}`,
          nameOf(n),
          domain ? `${pick(words, n).toLowerCase()}.example` : '',
          parent % 3 === 0 && parent % accounts.length < n ? `A${parent % accounts.length}` : '',
          pick(people, owner),
        ]),
      },
      contacts: {
        headings: ['Contact ID', 'Full Name', 'Account ID', 'Email', 'Email Opt Out'],
        rows: contacts.map(({ account: at, mail, out }, n) => [
          `C${n}`,
          pick(people, n),
          account(at, false),
          mail
            ? `${pick(people, n).toLowerCase().replace(' ', '.')}@${n % 2 ? pick(words, at).toLowerCase() : 'people'}.example`
            : '',
          out ? 'true' : '',
        ]),
      },
      leads: {
        headings: ['Lead ID', 'Lead Name', 'Company', 'Lead Status', 'Email'],
        rows: leads.map(({ account: at, converted }, n) => [
          `L${n}`,
          pick(people, n + contacts.length),
          account(at, true),
          converted ? 'Converted' : 'New',
          `lead${n}@people.example`,
        ]),
      },
      deals: {
        headings: [
          'Opportunity ID',
          'Opportunity Name',
          'Account ID',
          'Account Name',
          'Amount',
          'Stage',
          'Contact ID',
          'Contact Name',
          'Lead ID',
        ],
        rows: deals.map((deal, n) => {
          const lead = leads.length > 0 && deal.lead % 3 === 0 ? deal.lead % leads.length : undefined
          // A deal that grew from a lead names no other company than the lead does.
          const own = lead === undefined ? deal.account : leads[lead]!.account
          return [
            `D${n}`,
            `Deal ${n}`,
            deal.empty === 0 || deal.byName ? '' : account(own, false),
            deal.empty === 0 || !deal.byName ? '' : account(own, true),
            (deal.cents / 100).toFixed(2),
            pick(stages, deal.stage),
            deal.contactByName ? '' : contact(deal.contact, false),
            deal.contactByName ? contact(deal.contact, true) : '',
            lead === undefined ? '' : `L${lead}`,
          ]
        }),
      },
    }
    if (hasIds > 0) return all
    return {
      accounts: withoutIds(all.accounts),
      contacts: withoutIds(all.contacts),
      leads: withoutIds(all.leads),
      deals: withoutIds(all.deals),
    }
  })

const kinds = ['accounts', 'contacts', 'leads', 'deals'] as const

/** The files of those rows that are chosen; a file without rows is left out. */
function filesOf(all: Export, folder: string, isIn: (kind: string, n: number) => boolean): Record<string, string> {
  const files = kinds.map((kind) => {
    const rows = all[kind].rows.filter((_, n) => isIn(kind, n))
    return [`${folder}/${kind}.csv`, rows.length > 0 ? csvText([all[kind].headings, ...rows]) : ''] as const
  })
  return Object.fromEntries(files.filter(([, text]) => text !== ''))
}

const amountOf = (files: Record<string, string>) =>
  Object.entries(files)
    .filter(([path]) => path.includes('/deals/'))
    .reduce((sum, [, text]) => sum + Math.round(Number(/^amount: (.*)$/m.exec(text)?.[1] ?? 0) * 100), 0)

test('two halves in either order, or all at once, make the same tree, and no row and no cent is lost', async () => {
  await fc.assert(
    fc.asyncProperty(anExport, fc.infiniteStream(fc.boolean()), async (all, coins) => {
      const halves = new Map<string, boolean>()
      const isFirst = (kind: string, n: number) => {
        const key = `${kind} ${n}`
        if (!halves.has(key)) halves.set(key, coins.next().value)
        return halves.get(key)!
      }
      const texts = {
        ...filesOf(all, 'all', () => true),
        ...filesOf(all, 'one', isFirst),
        ...filesOf(all, 'two', (kind, n) => !isFirst(kind, n)),
      }
      const file = exported(texts)
      const rowsIn = (folder: string) =>
        kinds.reduce(
          (sum, kind) =>
            sum +
            (`${folder}/${kind}.csv` in texts
              ? all[kind].rows.filter((_, n) => folder === 'all' || isFirst(kind, n) === (folder === 'one')).length
              : 0),
          0,
        )
      const run = async (...folders: string[]) => {
        const root = started()
        for (const folder of folders) {
          const own = Object.keys(texts).filter((path) => path.startsWith(`${folder}/`))
          if (own.length === 0) continue
          const { created, changed, unchanged, rejected } = await importing(root, own.map(file))
          expect(created + changed + unchanged + rejected.length).toBe(rowsIn(folder))
        }
        return tree(root)
      }
      const whole = await run('all')
      expect(amountOf(whole)).toBe(all.deals.rows.reduce((sum, cells) => sum + Math.round(Number(cells[4]) * 100), 0))
      expect(await run('one', 'two')).toEqual(whole)
      expect(await run('two', 'one')).toEqual(whole)
      expect(await run('all', 'one', 'two')).toEqual(whole)
    }),
    { numRuns: 40, interruptAfterTimeLimit: 15_000 },
  )
}, 60_000)
