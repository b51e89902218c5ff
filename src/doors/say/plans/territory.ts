import { styleText } from 'node:util'
import type territoryApply from '../../../actions/territory-apply.ts'
import type territoryCheck from '../../../actions/territory-check.ts'
import { sayCount } from '../../../formulas/say-figure.ts'
import { table } from '../../terminal/table.ts'

type Checked = Awaited<ReturnType<(typeof territoryCheck)['run']>>
type Misplaced = Checked['misplaced'][number]
type Given = Awaited<ReturnType<(typeof territoryApply)['decide']>>['answer']

/** Accounts whose owner is not who the rules say, a line each, with the rule and its line. */
export function sayMisplaced({ accounts, right, misplaced }: Checked): string {
  if (misplaced.length === 0) return `${sayCount(accounts, 'account')}, each with the owner the rules say.`
  const lines = table(misplaced, [
    { heading: 'customer', cell: ({ customer }) => customer },
    { heading: 'owner', cell: sayOwner },
    { heading: 'should be', cell: ({ should }) => should ?? '' },
    { heading: 'by rule', cell: ({ rule, line }) => (rule === null ? '' : `${rule} (line ${line})`) },
    { heading: 'note', prose: true, cell: sayNote },
  ])
  return `${lines}\n\n${sayCount(accounts, 'account')}, ${right} as the rules say.`
}

const sayOwner = ({ owner, ownerLeft }: Misplaced) =>
  owner === null ? '(nobody)' : ownerLeft ? styleText('yellow', `${owner} (left)`) : owner

const sayNote = ({ because, noData }: Misplaced) =>
  [because, noData.length > 0 && `no data: ${noData.join(', ')}`].filter(Boolean).join('; ')

/** Who gets which account, or got it, and what stays. */
export function sayGiven({ given, left, said }: Given, { apply, commit }: { apply: boolean; commit: string | null }): string {
  const stays = left.map((one) => `  ${one.customer}: ${sayNote(one)}`)
  const rest = stays.length > 0 ? [styleText('bold', 'Stay as they are'), ...stays].join('\n') : ''
  if (given.length === 0) return ['No account has to change hands.', rest].filter(Boolean).join('\n\n')
  const mark = commit ? styleText('dim', `  ${commit.slice(0, 7)}`) : ''
  const lines = table(given, [
    { heading: 'customer', cell: ({ customer }) => customer },
    { heading: 'from', cell: ({ owner }) => owner ?? '(nobody)' },
    { heading: 'to', cell: ({ to }) => to },
    { heading: 'by rule', cell: ({ rule, line }) => `${rule} (line ${line})` },
    { heading: 'deals', prose: true, cell: ({ deals }) => deals.join(', ') },
    { heading: 'stay with others', prose: true, cell: ({ stays: others }) => others.join(', ') },
  ])
  return [`${styleText('bold', `${apply ? 'Done' : 'Plan'}: ${said}`)}${mark}`, lines, rest].filter(Boolean).join('\n\n')
}
