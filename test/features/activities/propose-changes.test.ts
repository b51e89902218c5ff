import { expect, test } from 'vitest'
import type { NextStep } from '../../../src/features/activities/next-steps.ts'
import { proposeChanges, sayProposed, type Target } from '../../../src/features/activities/propose-changes.ts'
import { applyEdits } from '../../../src/records/text/apply-edits.ts'

const path = 'customers/acme/deals/renewal.md'
const by = { day: '2026-11-21', owner: 'ada' }
const target = (deal: Target['deal'] | undefined, text = '---\nname: Renewal\n---\n'): Target => ({
  path,
  text,
  sha: 'abc',
  ...(deal && { deal }),
})
const msa: NextStep = { step: 'Send MSA', date: '2026-11-27' }
const call: NextStep = { step: 'Call Bo' }

test.each<[string, NextStep[], Target | undefined, string]>([
  ['a deal gets its step', [msa], target({}), 'next_step → Send MSA (Fri 27 Nov)'],
  ['what is so is not proposed', [msa], target({ next_step: 'Send MSA', next_step_date: '2026-11-27' }), ''],
  ['only the day differs', [msa], target({ next_step: 'Send MSA', next_step_date: '2026-11-20' }), 'next_step_date → Fri 27 Nov'],
  [
    'the day of another step goes',
    [call],
    target({ next_step: 'Wait', next_step_date: '2026-11-20' }),
    'next_step → Call Bo, next_step_date removed',
  ],
  ['a step without a day keeps its own day', [call], target({ next_step: 'Call Bo', next_step_date: '2026-11-20' }), ''],
  ['the second becomes a task', [msa, call], target({}), 'next_step → Send MSA (Fri 27 Nov), task → Call Bo'],
  ['without a deal all are tasks', [msa, call], target(undefined), 'task → Send MSA (Fri 27 Nov), task → Call Bo'],
  ['a task that is there is not proposed', [msa], target(undefined, '- [ ] send msa @ben\n'), ''],
  ['nor one that is done', [msa], target(undefined, '- [x] Send MSA\n'), ''],
  ['nowhere to go', [msa], undefined, ''],
  ['nothing to do', [], target({}), ''],
])('%s', (_, steps, to, said) => {
  expect(sayProposed(proposeChanges(steps, to, by).proposals)).toBe(said)
})

test('the edits do what the proposals say', () => {
  const to = target({})
  const { edits, proposals } = proposeChanges([msa, call], to, by)
  expect(applyEdits(path, to.text, edits)).toBe(
    '---\nname: Renewal\nnext_step: Send MSA\nnext_step_date: 2026-11-27\n---\n\n- [ ] Call Bo @ada\n',
  )
  expect(proposals.map(({ field, value }) => [field, value])).toEqual([
    ['next_step', 'Send MSA'],
    ['next_step_date', '2026-11-27'],
    ['task', '- [ ] Call Bo @ada'],
  ])
})
