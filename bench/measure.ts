import { spawnSync } from 'node:child_process'

export type Run = { args: string[]; cwd?: string; before?: (turn: number) => string[] }

const median = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!

/** Times commands by turns, so that a busy moment of the machine falls on all of them; returns the median of each, in ms. */
export function measure(runs: Record<string, Run>, turns = 15): (name: string) => number {
  const entries = Object.entries(runs)
  const times = new Map(entries.map(([name]) => [name, [] as number[]]))
  for (let turn = -1; turn < turns; turn++) {
    for (const [name, { args, cwd, before }] of entries) {
      const more = before?.(turn) ?? []
      const [program, ...rest] = [...args, ...more]
      const start = performance.now()
      const { status, stderr } = spawnSync(program!, rest, { cwd, encoding: 'utf8' })
      const took = performance.now() - start
      if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
      if (turn >= 0) times.get(name)!.push(took) // the first turn warms the caches
    }
  }
  return (name) => median(times.get(name) ?? [])
}
