import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import { join } from 'node:path'

export type Run = { args: string[]; cwd?: string; before?: (turn: number) => string[] }

/** A line of the table: what was measured, and the most it may be. */
export type Row = { what: string; measured: number; bound: number; unit: string }

export const median = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!

/** Times commands by turns, so that a busy moment of the machine falls on all of them; returns the median of each, in ms. */
export function measure(runs: Record<string, Run>, turns = 15): (name: string) => number {
  const entries = Object.entries(runs)
  const times = new Map(entries.map(([name]) => [name, [] as number[]]))
  for (let turn = -1; turn < turns; turn++) {
    for (const [name, { args, cwd, before }] of entries) {
      const more = before?.(turn) ?? []
      const [program, ...rest] = [...args, ...more]
      const start = performance.now()
      const { status, stderr } = spawnSync(program!, rest, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 })
      const took = performance.now() - start
      if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
      if (turn >= 0) times.get(name)!.push(took) // the first turn warms the caches
    }
  }
  return (name) => median(times.get(name) ?? [])
}

/** What a command took, in seconds and megabytes, and what it said. */
export type Watched = { seconds: number; megabytes: number; stdout: string }

/** Has a program of Node say, when it ends, how much memory it had at most. */
const tellPeak = "process.on('exit', () => process._rawDebug('peak ' + process.resourceUsage().maxRSS))"

/** Runs a command once and watches its memory. */
export function watch(args: string[], cwd: string): Watched {
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: devNull,
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(tellPeak)}`,
  }
  const start = performance.now()
  const { status, stdout, stderr } = spawnSync(args[0]!, args.slice(1), { cwd, env, encoding: 'utf8', maxBuffer: 1 << 28 })
  const seconds = (performance.now() - start) / 1000
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
  const peaks = [...stderr.matchAll(/^peak (\d+)$/gm)].map(([, size]) => Number(size) / 1024)
  return { seconds, megabytes: Math.max(...peaks), stdout }
}

/** How many actions the growth of a repository is measured by. */
const actions = 200

/** By how many MB a repository grows in 1,000 actions, once git has tidied up; measured on a copy. */
export function growth(workspace: string, slugs: string[], act: (slug: string, turn: number) => string[]): number {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-growth-'))
  const copy = join(folder, 'copy')
  cpSync(workspace, copy, { recursive: true })
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: copy, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  const packed = () => {
    git('gc', '--quiet', '--prune=now')
    return Number(/size-pack: (\d+)/.exec(git('count-objects', '-v'))![1]) / 1024
  }
  try {
    const before = packed()
    for (let turn = 0; turn < actions; turn++) {
      const [program, ...args] = act(slugs[turn % slugs.length]!, turn)
      execFileSync(program!, args, { cwd: copy, stdio: 'ignore' })
    }
    return ((packed() - before) * 1000) / actions
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
