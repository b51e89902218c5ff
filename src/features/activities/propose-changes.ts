import { nameDay } from '../../records/days/name-day.ts'
import { renderTask } from '../../records/kinds/task.ts'
import type { Edit } from '../../records/plan.ts'
import type { FieldEdit } from '../../records/schema/field-values.ts'
import { asAppended, findTask } from '../../records/text/task-line.ts'
import type { NextStep } from './next-steps.ts'

/** A change that a text suggests: the field of a record and its value, or a task (`field` is `task`, the value its line). */
export type Proposal = { path: string; field: 'next_step' | 'next_step_date' | 'task'; value: string | null; said: string }

/** The record that steps go to. */
export type Target = {
  path: string
  text: string
  sha: string
  deal?: { next_step?: string; next_step_date?: string } | undefined
}

type By = { day: string; owner?: string | undefined }

/**
 * What steps would change: the first is the deal's next step, the others become tasks; without a deal all of them do.
 * What is so already is not proposed. Never a stage and never an amount: those a person decides.
 */
export function proposeChanges(
  steps: readonly NextStep[],
  target: Target | undefined,
  { day, owner }: By,
): { proposals: Proposal[]; edits: Edit[] } {
  if (!target) return { proposals: [], edits: [] }
  const { path, sha, text, deal } = target
  const [first, ...others] = steps
  const fields = deal && first ? fieldsOf(deal, first) : []
  const tasks = (deal ? others : steps)
    .map(({ step, date }) => ({
      step,
      date,
      line: renderTask({ text: step, ...(owner && { owner }), ...(date && { due: date }), done: false }),
    }))
    .filter(({ step }) => !findTask(path, text, step, { andDone: true }))
  const said = (what: string, date?: string) => (date ? `${what} (${nameDay(date, day)})` : what)
  return {
    proposals: [
      ...fields.map(
        ({ field: [name], value }): Proposal =>
          name === 'next_step'
            ? { path, field: 'next_step', value: String(value), said: said(`next_step → ${String(value)}`, first?.date) }
            : {
                path,
                field: 'next_step_date',
                value: (value as string | undefined) ?? null,
                said: sayDate(value as string | undefined, day),
              },
      ),
      ...tasks.map(
        ({ step, date, line }): Proposal => ({ path, field: 'task', value: line, said: said(`task → ${step}`, date) }),
      ),
    ],
    edits: [
      ...fields.map((edit): Edit => ({ ...edit, path, from: sha, value: edit.value })),
      ...(tasks.length > 0
        ? [
            {
              do: 'append' as const,
              path,
              from: sha,
              text: asAppended(
                text,
                tasks.map(({ line }) => line),
              ),
            },
          ]
        : []),
    ],
  }
}

const sayDate = (date: string | undefined, day: string) =>
  date ? `next_step_date → ${nameDay(date, day)}` : 'next_step_date removed'

/** A new step without a day takes the day of the old one away: it was not meant for this. */
function fieldsOf(deal: NonNullable<Target['deal']>, { step, date }: NextStep): FieldEdit[] {
  const same = deal.next_step?.trim().toLowerCase() === step.toLowerCase()
  const edits: FieldEdit[] = same ? [] : [{ do: 'set', field: ['next_step'], value: step }]
  if (date && date !== deal.next_step_date) edits.push({ do: 'set', field: ['next_step_date'], value: date })
  if (!date && !same && deal.next_step_date) edits.push({ do: 'remove', field: ['next_step_date'] })
  return edits
}

/** Proposals in one sentence; a day that stands with its step is not said again. */
export function sayProposed(proposals: readonly Proposal[]): string {
  return withoutEcho(proposals)
    .map(({ said }) => said)
    .join(', ')
}

/** Proposals as they are told, a line each: the day of a step stands in the line of the step. */
export function withoutEcho(proposals: readonly Proposal[]): Proposal[] {
  const hasStep = proposals.some(({ field }) => field === 'next_step')
  return proposals.filter(({ field, value }) => !(hasStep && field === 'next_step_date' && value !== null))
}
