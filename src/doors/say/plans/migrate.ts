import { styleText } from 'node:util'
import type migrate from '../../../actions/migrate.ts'
import { sayCount } from '../../../formulas/say-figure.ts'
import { wrap } from '../../terminal/table.ts'

type Answer = Awaited<ReturnType<(typeof migrate)['decide']>>['answer']

/** The steps of a migration, one a line, and how much they change. */
export function sayMigration(
  { from, to, steps, files }: Answer,
  { apply, commit }: { apply: boolean; commit: string | null },
): string {
  if (from === to) return `The workspace has format ${to}; there is nothing to move.`
  const mark = commit ? styleText('dim', `  ${commit.slice(0, 7)}`) : ''
  const head = `${styleText('bold', `${apply ? 'Moved' : 'Plan: move'} from format ${from} to ${to}`)}: ${sayCount(files, 'file')}${mark}`
  return [head, ...steps.map((step) => wrap(`${step.from} → ${step.to}: ${step.about}`))].join('\n')
}
