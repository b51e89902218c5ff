import { sayCount } from '../../formulas/say-figure.ts'
import { some } from './choose-customer.ts'
import type { FilePlan } from './intake.ts'

/** How many records an intake makes, changes, knows already and leaves out, and how many questions it asks. */
export function countSteps(files: readonly FilePlan[]) {
  const steps = files.flatMap((file) => file.steps)
  const of = (did: (typeof steps)[number]['did']) => steps.filter((step) => step.did === did).length
  const asked = files.reduce((sum, { questions }) => sum + questions.length, 0)
  return { filed: of('file'), updated: of('update'), known: of('known'), leftOut: of('leave out'), asked }
}

/** An intake in one line, for its commit: how much of what was filed or brought up to date. */
export function sayFiled(files: readonly FilePlan[]): string {
  const isWritten = ({ did }: FilePlan['steps'][number]) => did === 'file' || did === 'update'
  const written = files.filter(({ steps }) => steps.some(isWritten))
  const count = written.flatMap(({ steps }) => steps).filter(isWritten).length
  const names = written.map(({ file }) => file.replace(/^.*[/\\]/, '').slice(0, 60))
  return `intake: ${sayCount(count, 'record')} filed${names.length > 0 ? ` (${some(names, 5)})` : ''}`
}
