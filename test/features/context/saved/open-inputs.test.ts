import { expect, test, vi } from 'vitest'
import { ask } from '../../../../src/actions/ask.ts'
import customerContext from '../../../../src/actions/customer-context.ts'
import { openInputs } from '../../../../src/features/context/saved/open-inputs.ts'
import { placeAt } from '../../../../src/workspace/place.ts'
import { readTeam } from '../../../../src/workspace/records.ts'
import { readShipped } from '../../../../src/workspace/start/shipped.ts'
import { beganAt } from '../../../helpers/history.ts'
import { sessionAt } from '../../../helpers/saved.ts'
import { gitEnv } from '../../../helpers/workspace.ts'

vi.setConfig({ testTimeout: 300_000 }) // whole samples

const began = '2026-01-05T10:00:00Z'
const parent = 'customers/veldhuis/customer.md'
const shipped = Object.fromEntries(readShipped())
shipped[parent] = shipped[parent]!.replace(/^name:/m, 'share: group\nname:')

/** What a context says in a workspace of these files; its budget holds all there is. */
async function build(root: string, customer: string) {
  const asked = { customer, tier: 'extended', task: 'answer their security questions' }
  const { text, removed, problems } = await ask(customerContext, asked, sessionAt(root, '2026-11-21T10:00:00Z'))
  return { text, removed, problems }
}

test('a context is made from its inputs and from nothing else', async () => {
  const root = beganAt(began, shipped)
  const place = placeAt(root, gitEnv)
  const inputsOf = openInputs(place, readTeam(place))
  const slugs = ['acme', 'veldhuis-belgie', 'halden', 'kitano']
  for (const slug of slugs) {
    const inputs = inputsOf(slug)
    const isInput = (path: string) => inputs.has(path) || path.startsWith('customers/templates/')
    const few = Object.fromEntries(Object.entries(shipped).filter(([path]) => isInput(path)))
    expect(Object.keys(few).length).toBeLessThan(Object.keys(shipped).length * 0.8)
    const bare = beganAt(began, { 'customers/README.md': '', ...few })
    expect(await build(bare, slug), slug).toEqual(await build(root, slug))
  }
  expect((await build(root, 'veldhuis-belgie')).text).toContain(parent)
})

test('of another customer there is nothing among them, but what a parent shares, and what says that it does', () => {
  const place = placeAt(beganAt(began, shipped), gitEnv)
  const inputsOf = openInputs(place, readTeam(place))
  const others = (slug: string) =>
    new Set([...inputsOf(slug).keys()].flatMap((path) => /^customers\/([^/]+)\//.exec(path)?.[1] ?? []))
  expect(others('acme')).toEqual(new Set(['workflows', 'acme']))
  expect(others('veldhuis-belgie')).toEqual(new Set(['workflows', 'veldhuis-belgie', 'veldhuis']))
})
