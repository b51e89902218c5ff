import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { packTexts } from '../../../src/workspace/git/pack-texts.ts'
import { placeAt } from '../../../src/workspace/place.ts'
import { unsound } from '../../helpers/act.ts'
import { folder, git, gitEnv } from '../../helpers/workspace.ts'

/** Lengths at which the way a length is written changes, and others. */
const sizes = [0, 1, 15, 16, 2_047, 2_048, 262_143, 262_144, 3_000_000]
const texts = [...sizes.map((size) => 'x'.repeat(size)), 'Grüße, 日本 🚀\r\n', '# twice\n', '# twice\n']

test.for(['sha1', 'sha256'])('git holds each text of a pack under its id (%s)', async (format) => {
  const root = folder()
  git(root, 'init', '--quiet', `--object-format=${format}`)
  const ids = await packTexts(placeAt(root, gitEnv), texts)
  expect(ids).toHaveLength(texts.length)
  for (const [n, id] of ids.entries()) {
    const said = execFileSync('git', ['cat-file', 'blob', id], { cwd: root, env: gitEnv, maxBuffer: 1 << 24 })
    expect(said.toString() === texts[n], `text ${n}`).toBe(true)
  }
  expect(unsound(root)).toMatch(/^(notice: .*\n?)*$/)
})

test('a text that comes twice is in the pack once', async () => {
  const root = folder()
  git(root, 'init', '--quiet')
  const ids = await packTexts(placeAt(root, gitEnv), ['# one\n', '# two\n', '# one\n'])
  expect(ids[2]).toBe(ids[0])
  expect(git(root, 'count-objects', '-v')).toMatch(/^in-pack: 2$/m)
})

test('what git cannot take in is told', async () => {
  const root = folder()
  git(root, 'init', '--quiet')
  const place = placeAt(root, {
    ...gitEnv,
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'core.bigFileThreshold',
    GIT_CONFIG_VALUE_0: 'x',
  })
  await expect(packTexts(place, texts)).rejects.toThrow(/bad numeric config value/)
})
