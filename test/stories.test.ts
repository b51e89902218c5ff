import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { play, readOptions } from './helpers/play.ts'
import { steady } from './helpers/steady.ts'
import { folder, gitEnv } from './helpers/workspace.ts'

const stories = join(import.meta.dirname, 'stories')
const run = join(import.meta.dirname, '..', 'bin', 'run.js')
const path = (process.env['PATH'] ?? '').split(delimiter)

/** A Node of that major version among those on PATH. */
const findNode = (major: string) =>
  path
    .map((place) => join(place, 'node'))
    .find((node) => existsSync(node) && execFileSync(node, ['--version'], { encoding: 'utf8' }).startsWith(`v${major}.`))

/** A machine with nothing on it but `dossier`: an empty HOME, a fixed hour and seed, and an identity unless the story has none. */
function machine(root: string, node: string, identity: boolean): NodeJS.ProcessEnv {
  const [bin, home] = [join(root, 'bin'), join(root, 'home')]
  for (const place of [bin, home, join(root, 'desk')]) mkdirSync(place)
  writeFileSync(join(bin, 'dossier'), `#!/bin/sh\nexec '${node}' '${run}' "$@"\n`)
  chmodSync(join(bin, 'dossier'), 0o755)
  writeFileSync(join(root, 'gitconfig'), '[user]\n\tname = Ada\n\temail = ada@example.test\n[init]\n\tdefaultBranch = main\n')
  const kept = Object.entries(gitEnv).filter(
    ([name]) => !/^(?:npm_|VITEST|NODE_|DOSSIER_|XDG_|FORCE_COLOR|EDITOR$|VISUAL$|EMAIL$|CI$)/i.test(name),
  )
  return {
    ...Object.fromEntries(kept),
    GIT_CONFIG_GLOBAL: identity ? join(root, 'gitconfig') : undefined,
    PATH: [bin, join(node, '..'), ...path].join(delimiter),
    HOME: home,
    TZ: 'UTC',
    LC_ALL: 'C',
    NO_COLOR: '1',
    DOSSIER_NOW: '2026-11-20T09:00:00Z',
    DOSSIER_SEED: 'story',
  }
}

const files = existsSync(stories)
  ? readdirSync(stories).filter(
      (name) => name.endsWith('.md') && !readOptions(readFileSync(join(stories, name), 'utf8'))['clone'],
    )
  : []

describe('stories', () => {
  test('the player tells what was said, where, and how it ended', () => {
    const root = folder()
    const story = '# Echo\n\n$ echo hello\n>hello\n\n$ echo no >&2; echo; pwd; exit 3\n>\n><root>\n2>no\n[3]\n\nAnd so on.\n'
    expect(play(story, root, machine(root, process.execPath, true))).toBe(story)
    expect(play(story.replace('hello\n\n', 'goodbye\n\n'), root, process.env)).toBe(story)
    expect(steady(`${root}/a.md at 2026-03-01T10:00:00.000Z in 1a2b3c4`, root)).toBe('<root>/a.md at <now> in <commit>')
  })

  test.for(files)('%s', { timeout: 120_000 }, (name, { skip }) => {
    const story = readFileSync(join(stories, name), 'utf8')
    const { node: major, identity } = readOptions(story)
    const node = major ? findNode(major) : process.execPath
    skip(!node, `there is no Node ${major} on PATH`)
    const root = folder()
    const told = play(story, join(root, 'desk'), machine(root, node ?? process.execPath, identity !== 'none'))
    if (process.env['UPDATE_STORIES']) writeFileSync(join(stories, name), told)
    else expect(told).toBe(story)
  })
})
