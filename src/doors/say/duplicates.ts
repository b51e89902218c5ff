import { styleText } from 'node:util'
import type customerDuplicates from '../../actions/customer-duplicates.ts'
import { sayCount } from '../../formulas/say-figure.ts'
import { cut, table } from '../terminal/table.ts'

type Groups = Awaited<ReturnType<(typeof customerDuplicates)['run']>>['groups']

/** Customers that may be one, group by group, with what each group has in common. */
export function sayDuplicates(groups: Groups, customers: number): string {
  if (customers === 0) return 'No customers yet. Make the first one: dossier customer new "Acme GmbH" domain=acme.com'
  if (groups.length === 0) return `No two of ${sayCount(customers, 'customer')} share a domain or a name.`
  return groups
    .map(({ by, key, customers: twins }) => {
      const title = by === 'domain' ? `the same domain: ${key}` : `the same name but for spelling: ${cut(twins[0]!.name, 50)}`
      const rows = table(twins, [
        { heading: 'customer', cell: ({ slug }) => slug },
        { heading: 'name', prose: true, cell: ({ name }) => cut(name, 40) },
        { heading: 'domain', cell: ({ domain }) => domain ?? '' },
        { heading: 'deals', cell: ({ deals }) => `${deals}`, right: true },
      ])
      return `${styleText('bold', title)}\n${rows}`
    })
    .join('\n\n')
}
