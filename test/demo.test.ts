import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { noPermissions } from './helpers/as-nobody.ts'
import { play } from './helpers/play.ts'
import { folder, git, gitEnv } from './helpers/workspace.ts'

const root = join(import.meta.dirname, '..')
const path = (process.env['PATH'] ?? '').split(delimiter)
const storyPath = join(import.meta.dirname, 'stories/demo.md')

/** An old Node, as a machine may have one; the newest there is where there is none. */
const node =
  path
    .map((place) => join(place, 'node'))
    .find((one) => existsSync(one) && /^v(?:18|20)\./.test(execFileSync(one, ['--version'], { encoding: 'utf8' }))) ??
  process.execPath

/** What git holds or would take in, in a clone of its own; what is installed is linked, so that no network is needed. */
function clone({ installed = true, only = /(?:)/ } = {}): string {
  const to = folder()
  const files = git(root, 'ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0').filter(Boolean)
  for (const file of files) if (only.test(file) && existsSync(join(root, file))) cpSync(join(root, file), join(to, file))
  if (installed) symlinkSync(join(root, 'node_modules'), join(to, 'node_modules'))
  git(to, 'init', '--quiet')
  writeFileSync(join(to, '.git/info/exclude'), 'node_modules\n')
  git(to, 'add', '--all')
  git(to, '-c', 'user.name=Ada', '-c', 'user.email=ada@example.test', 'commit', '--quiet', '--message=Begin')
  return to
}

const plain = Object.fromEntries(
  Object.entries(gitEnv).filter(([name]) => !/^(?:npm_|VITEST|NODE_|DOSSIER_|FORCE_COLOR|XDG_)/i.test(name)),
)
const env = { ...plain, DOSSIER_NOW: '2027-03-10T09:00:00Z', DOSSIER_SEED: 'demo', NO_COLOR: '1' }

const runDemo = (at: string, more: NodeJS.ProcessEnv = {}, who: { uid?: number; gid?: number } = {}) =>
  spawnSync(node, [join(at, 'scripts/demo.js')], { cwd: at, env: { ...env, ...more }, encoding: 'utf8', ...who })

/** A program of that name, found before all others. */
function program(name: string, script: string): NodeJS.ProcessEnv {
  const bin = folder()
  writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`)
  chmodSync(join(bin, name), 0o755)
  return { PATH: [bin, dirname(node), ...path].join(delimiter) }
}

describe('npm run demo', () => {
  test('shows each thing, and ends with three commands that work as printed', { timeout: 240_000 }, () => {
    const at = clone()
    const story = readFileSync(storyPath, 'utf8')
    const told = play(story, at, { ...env, HOME: folder() })
    if (process.env['UPDATE_STORIES']) writeFileSync(storyPath, told)
    else expect(told).toBe(story)
    const lines = told.split('\n')
    const said = lines.filter((line) => line.startsWith('>')).map((line) => line.slice(1))
    expect(said[0]).toMatch(/^Installs about \d+ MB once, then takes under a minute\./)
    const end = said.indexOf('cd .demo')
    const headings = said.slice(0, end).filter((line) => /^\d\. /.test(line))
    expect(headings.map((line) => Number(line[0]))).toEqual([1, 2, 3, 4, 5, 6])
    expect(said.filter((line) => line.length > 112)).toEqual([])
    expect(told).not.toMatch(/https?:|^\[/m)

    const typed = lines.filter((line) => line.startsWith('$ ')).map((line) => line.slice(2))
    expect(typed.slice(1, 4)).toEqual(said.slice(end, end + 3))
    const demo = join(at, '.demo')
    expect(git(demo, 'log', '-1', '--format=%an %s').trim()).toMatch(/^Priya Raman acme: call, /)
    expect(git(demo, 'status', '--porcelain') + git(at, 'status', '--porcelain')).toBe('')

    // Again: it is made anew. A step that fails says what was run, and why.
    rmSync(join(at, 'personal/priya-raman/inbox/trade-fair-leads.csv'))
    const again = runDemo(at)
    expect(again.status).toBe(1)
    expect(again.stderr).toMatch(/^\.\/dossier import csv personal\/priya-raman\/inbox\/trade-fair-leads\.csv/)
    expect(again.stderr).toContain('trade-fair-leads.csv')
    expect(git(demo, 'log', '-1', '--format=%s').trim()).toBe('Start the workspace')
  })

  const light = /^(?:scripts\/|package(?:-lock)?\.json$)/
  const sentence = (stderr: string) => stderr.trim().split('\n')

  test('leaves a .demo alone that it did not make', () => {
    const at = clone({ only: light })
    mkdirSync(join(at, '.demo'))
    writeFileSync(join(at, '.demo/mine.txt'), 'mine')
    const { stderr, status } = runDemo(at)
    expect(status).toBe(1)
    expect(sentence(stderr)).toEqual([expect.stringContaining('was not made by this demo')])
    expect(readFileSync(join(at, '.demo/mine.txt'), 'utf8')).toBe('mine')
  })

  test('scripts switched off in npm: one sentence', () => {
    const at = clone({ only: light, installed: false })
    const { stderr, status } = runDemo(at, program('npm', 'mkdir -p node_modules/node; exit 0'))
    expect(status).toBe(1)
    expect(sentence(stderr)).toEqual([expect.stringContaining('npm ci --ignore-scripts=false')])
  })

  test('no network: one sentence', { timeout: 60_000 }, () => {
    const at = clone({ only: light, installed: false })
    const away = { npm_config_registry: 'http://127.0.0.1:9', npm_config_cache: folder(), npm_config_fetch_retries: '0' }
    const { stderr, status } = runDemo(at, away)
    expect(status).toBe(1)
    expect(sentence(stderr)).toEqual([expect.stringMatching(/could not reach its registry \(\w+\)\. Connect to the network/)])
    expect(existsSync(join(at, '.demo'))).toBe(false)
  })

  test('no git, no clone: one sentence each', () => {
    const at = clone({ only: light })
    const none = spawnSync(node, [join(at, 'scripts/demo.js')], { cwd: at, env: { ...env, PATH: folder() }, encoding: 'utf8' })
    expect([none.status, sentence(none.stderr)]).toEqual([1, [expect.stringContaining('There is no git')]])
    rmSync(join(at, '.git'), { recursive: true })
    const { stderr, status } = runDemo(at)
    expect([status, sentence(stderr)]).toEqual([1, [expect.stringContaining('is no clone')]])
  })

  test.skipIf(noPermissions)(
    `a checkout nobody may write to: one sentence${noPermissions ? ` (skipped: ${noPermissions})` : ''}`,
    () => {
      const at = clone({ only: light })
      chmodSync(at, 0o555)
      const who = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
      const { stderr, status } = runDemo(at, {}, who)
      chmodSync(at, 0o755)
      expect([status, sentence(stderr)]).toEqual([1, [expect.stringContaining('cannot be written to')]])
    },
  )
})
