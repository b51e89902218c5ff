import { expect, test } from 'vitest'
import { saidOf } from '../checked.ts'

const rules = 'workspace-setup/triggers/rules.yaml'
const sound = 'churn_risk:\n  conditions: [no_activity > 30]\n  actions: [alert_csm]\n'
const episode = (more: string) => `rule: churn_risk\nabout: customer\nsince: 2026-11-20\nbecause: x\n${more}`

test.each<[why: string, files: Record<string, string>, said: string[]]>([
  ['sound rules', { [rules]: sound }, []],
  [
    'an unknown field',
    { [rules]: 'r:\n  about: deal\n  conditions:\n    - amount > 1 && stgae == "x"\n' },
    [`${rules}:4:21 error There is no "stgae" in a deal.`],
  ],
  [
    'a field that only records have',
    { [rules]: 'r:\n  conditions: [nps > 1]\n', 'customers/acme/customer.md': '---\nname: Acme\nnps: 7\n---\n' },
    [],
  ],
  [
    'an unknown action',
    { [rules]: 'r:\n  conditions: [no_activity > 1]\n  actions: [mail_everybody]\n' },
    [`${rules}:3:13 error There is no action "mail_everybody".`],
  ],
  [
    'a rule of the same name in another file',
    { [rules]: sound, 'workspace-setup/triggers/two.yaml': sound },
    [`workspace-setup/triggers/two.yaml:1:1 error There is a rule churn_risk already: ${rules}:1.`],
  ],
  ['a personal rule of that name', { [rules]: sound, 'personal/ada/triggers/mine.yaml': sound }, []],
  [
    'a value that is none',
    { [rules]: 'r:\n  about: deals\n  conditions: [amount > 1]\n' },
    [`${rules}:2:10 error r.about: "deals" is not one of the choices.`],
  ],
  [
    'an episode whose rule is gone',
    {
      'reporting/pulse/a.yaml': episode('subject: customers/acme/customer.md\nstatus: open\n'),
      'customers/acme/customer.md': '---\nname: Acme\n---\n',
    },
    ['reporting/pulse/a.yaml:1:7 warning There is no rule "churn_risk" any more, so nothing ends this episode.'],
  ],
  ['one that is over', { 'reporting/pulse/a.yaml': episode('subject: customers/gone/customer.md\nstatus: resolved\n') }, []],
  [
    'an episode whose subject is gone',
    { [rules]: sound, 'reporting/pulse/a.yaml': episode('subject: customers/gone/customer.md\nstatus: open\n') },
    ['reporting/pulse/a.yaml:5:10 warning customers/gone/customer.md is not there any more.'],
  ],
  [
    'a status that is none',
    {
      [rules]: sound,
      'customers/acme/customer.md': '---\nname: Acme\n---\n',
      'reporting/pulse/a.yaml': episode('subject: customers/acme/customer.md\nstatus: done\n'),
    },
    ['reporting/pulse/a.yaml:6:9 error status: "done" is not one of the choices.'],
  ],
])('%s', async (_, files, said) => {
  const found = (await saidOf(files)).filter((line) => /triggers|pulse/.test(line))
  expect(found.map((line) => line.replace(/ \([^()]*\)$/, ''))).toEqual(said)
})
