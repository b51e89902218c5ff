import { expect, test } from 'vitest'
import { planNew } from '../../../src/features/accounts/plan-new.ts'

const plan = (name: string, taken: string[] = [], domain?: string) =>
  planNew({
    kind: 'customer',
    name,
    pathOf: (slug) => `customers/${slug}/customer.md`,
    defaults: { type: 'prospect', stage: 'lead', owner: undefined },
    edits: domain ? [{ do: 'set', field: ['domain'], value: domain }] : [],
    taken: new Map(taken.map((slug) => [slug, `customers/${slug}`])),
    body: `# ${name}`,
  })

test.each([
  ['Acme GmbH', undefined, 'acme-gmbh'],
  ['Müller & Söhne', undefined, 'mueller-soehne'],
  ['日本電気', 'nec.co.jp', 'nec'],
  ['templates', 'templates.io', expect.not.stringMatching(/^templates$/)],
])('%s with %s becomes %s', (name, domain, slug) => expect(plan(name, [], domain).slug).toEqual(slug))

test('the record holds its name first, then the defaults, then what was given', () => {
  expect(plan('Acme', [], 'acme.com').plan.edits).toEqual([
    {
      do: 'create',
      path: 'customers/acme/customer.md',
      text: '---\nname: Acme\ntype: prospect\nstage: lead\ndomain: acme.com\n---\n\n# Acme\n',
    },
  ])
})

test('a name that is taken is refused, whatever its letter case', () => {
  expect(() => plan('ACME', ['Acme'])).toThrow('There is a customer "acme" already')
})
