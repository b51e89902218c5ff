import { expect, test, vi } from 'vitest'
import { gitAtOnce, git as run } from '../../../src/workspace/git/run.ts'
import { placeAt } from '../../../src/workspace/place.ts'
import { folder, git, gitEnv, workspace } from '../../helpers/workspace.ts'

function* cutShort(): Generator<Buffer> {
  yield Buffer.from('half')
  throw new Error('no more')
}

test('where what git is given breaks off, that is said, and git does not wait for the rest', async () => {
  const root = folder()
  git(root, 'init', '--quiet')
  await expect(run(placeAt(root, gitEnv), ['hash-object', '-w', '--stdin'], { input: cutShort() })).rejects.toThrow('no more')
  await vi.waitFor(() => expect(git(root, 'count-objects')).toMatch(/^1 object/), { timeout: 5_000 })
})

test('a name with other letters is printed as it is', () => {
  const root = workspace({ 'customers/müller/deals/größe.md': 'x' })
  const out = gitAtOnce(placeAt(root, gitEnv), ['log', '--name-only', '--format=', '--', 'customers'])
  expect(out.trim()).toBe('customers/müller/deals/größe.md')
})
