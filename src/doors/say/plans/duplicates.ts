import { styleText } from 'node:util'
import type contactDuplicates from '../../../actions/contact-duplicates.ts'
import type customerDuplicates from '../../../actions/customer-duplicates.ts'
import { sayCount } from '../../../formulas/say-figure.ts'
import { cut, table, wrap } from '../../terminal/table.ts'

type Customers = Awaited<ReturnType<(typeof customerDuplicates)['run']>>['pairs']
type Contacts = Awaited<ReturnType<(typeof contactDuplicates)['run']>>['pairs']

/** How many pairs are shown; --json has all. */
const most = 50

/** Customers that may be one, pair by pair and best first: the score, both, why and why not. */
export function sayDuplicates(pairs: Customers, customers: number): string {
  if (customers === 0) return 'No customers yet. Make the first one: dossier customer new "Acme GmbH" domain=acme.com'
  if (pairs.length === 0) return `No two of ${sayCount(customers, 'customer')} look like one.`
  return sayPairs(pairs, ({ a, b }) => ({
    rows: table(
      [a, b],
      [
        { heading: 'customer', cell: ({ slug }) => slug },
        { heading: 'name', prose: true, cell: ({ name }) => cut(name, 40) },
        { heading: 'domain', cell: ({ domain }) => domain ?? '' },
        { heading: 'deals', cell: ({ deals }) => `${deals}`, right: true },
      ],
    ),
    next: `dossier customer merge ${a.slug} ${b.slug}`,
  }))
}

/** Contacts that may be one person, the same way; who rather changed companies is told. */
export function sayContactDuplicates(pairs: Contacts, contacts: number): string {
  if (contacts === 0) return 'No contacts yet. Make the first one: dossier contact new acme "Jo Park" email=jo@acme.com'
  if (pairs.length === 0) return `No two of ${sayCount(contacts, 'contact')} look like one person.`
  return sayPairs(pairs, ({ a, b, likely, because }) => ({
    rows: table(
      [a, b],
      [
        { heading: 'contact', cell: ({ customer, slug }) => `${customer}/${slug}` },
        { heading: 'name', prose: true, cell: ({ name }) => cut(name, 40) },
        { heading: 'e-mail', cell: ({ email }) => email ?? '' },
        { heading: 'title', prose: true, cell: ({ title }) => cut(title ?? '', 30) },
      ],
    ),
    next:
      likely === 'moved'
        ? `rather somebody who changed companies${because ? `: ${because}` : ''}`
        : `dossier contact merge ${a.customer}/${a.slug} ${b.customer}/${b.slug}`,
  }))
}

type Pair = Pick<Customers[number], 'score' | 'reasons' | 'against'>

function sayPairs<P extends Pair>(pairs: readonly P[], show: (pair: P) => { rows: string; next: string }): string {
  const told = pairs.slice(0, most).map((pair) => {
    const { rows, next } = show(pair)
    const why = pair.reasons.map(({ by, value }) => sayReason(by, value)).join(', ')
    const not = pair.against.length > 0 ? wrap(`but ${pair.against.map(({ because }) => because).join(', ')}`) : ''
    return [`${styleText('bold', pair.score.toFixed(2))}  ${why}`, not, rows, styleText('dim', next)].filter(Boolean).join('\n')
  })
  const more =
    pairs.length > most ? [`and ${sayCount(pairs.length - most, 'more pair')}; --min 0.9 shows the likeliest, --json all`] : []
  return [...told, ...more].join('\n\n')
}

const words: Record<string, string> = {
  external: 'the same id',
  domain: 'the same domain',
  name: 'the same name but for spelling:',
  'short name': 'the same short name:',
  label: 'domains of one name:',
  likeness: 'names alike:',
  email: 'the same address',
  office: 'the same office mailbox',
  linkedin: 'the same LinkedIn profile',
  phone: 'the same phone',
  'shared phone': 'a phone that many share',
  'swapped name': 'first and last name swapped:',
  initial: 'an initial and the same last name:',
  'name elsewhere': 'the same name at another customer:',
}

const sayReason = (by: string, value: string) => `${words[by] ?? by} ${cut(value, 50)}`
