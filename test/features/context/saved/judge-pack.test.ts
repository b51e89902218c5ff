import { expect, test } from 'vitest'
import { judgePack, type Standing } from '../../../../src/features/context/saved/judge-pack.ts'
import type { Manifest } from '../../../../src/features/context/saved/manifest.ts'

const at = (name: string) => `customers/acme/${name}.md`
const [call, other, third, fourth, deal] = [
  at('activities/2026-11-01-1000-call-a-aaaa'),
  at('activities/2026-11-02-1000-call-b-aaaa'),
  at('activities/2026-11-03-1000-call-c-aaaa'),
  at('activities/2026-11-04-1000-call-d-aaaa'),
  at('deals/pilot'),
]
const then: Manifest = {
  version: 1,
  customer: 'acme',
  tier: 'compact',
  format: 'md',
  budget: null,
  task: '',
  asOf: '2026-11-18',
  tokenizer: 't',
  program: 'p',
  template: 't',
  commit: null,
  history: 'h',
  pack: 'k',
  inputs: { [call]: '1', [deal]: '2', 'workspace-setup/workspace.yaml': '3' },
}
const now: Standing = {
  pack: 'k',
  inputs: new Map(Object.entries(then.inputs)),
  template: 't',
  program: 'p',
  history: 'h',
  today: '2026-11-18',
}
const inputs = (more: Record<string, string | undefined>) =>
  new Map(Object.entries({ ...then.inputs, ...more }).flatMap(([path, id]) => (id === undefined ? [] : [[path, id] as const])))

test.each<[string, Partial<Standing>, [cause: string, said: string][]]>([
  ['nothing', {}, []],
  ['the pack itself', { pack: 'x' }, [['edited', 'somebody changed it since it was made']]],
  ['one file', { inputs: inputs({ [deal]: 'x' }) }, [['changed', `1 deal changed: ${deal}`]]],
  [
    'files of several kinds',
    { inputs: inputs({ [deal]: 'x', [call]: 'x' }) },
    [['changed', `2 files changed: ${call}, ${deal}`]],
  ],
  ['a new activity', { inputs: inputs({ [other]: 'x' }) }, [['new', `1 new activity: ${other}`]]],
  [
    'many new activities',
    { inputs: inputs({ [fourth]: 'x', [third]: 'x', [other]: 'x', [at('activities/2026-11-05-1000-call-e-aaaa')]: 'x' }) },
    [['new', `4 new activities: ${other}, ${third}, ${fourth} and 1 more`]],
  ],
  ['a file that is gone', { inputs: inputs({ [deal]: undefined }) }, [['gone', `1 deal gone: ${deal}`]]],
  [
    'the settings',
    { inputs: inputs({ 'workspace-setup/workspace.yaml': 'x' }) },
    [['changed', '1 file changed: workspace-setup/workspace.yaml']],
  ],
  ['the template', { template: 'x' }, [['template', 'its template changed']]],
  ['a template that is gone', { template: '' }, [['template', 'its template is gone']]],
  ['the program', { program: 'x' }, [['program', 'another version of the program made it']]],
  ['a commit', { history: 'x' }, [['history', 'files were committed since: when they changed is told by that']]],
  ['a commit of what changed', { history: 'x', inputs: inputs({ [deal]: 'x' }) }, [['changed', `1 deal changed: ${deal}`]]],
  ['a day', { today: '2026-11-21' }, [['day', 'made on 2026-11-18, 3 days ago: what is overdue or stale may read otherwise']]],
  ['a clock set back', { today: '2026-11-17' }, [['day', 'made on 2026-11-18, which is still to come']]],
])('%s makes it stale, or not', (_, change, causes) => {
  expect(judgePack(then, { ...now, ...change }).map(({ cause, said }) => [cause, said])).toEqual(causes)
})
