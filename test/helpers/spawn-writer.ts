import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gitEnv } from './workspace.ts'
import type { Job } from './write-child.ts'

/** What became of a writer: how it ended, and what it said. */
export type Ended = { code: number | null; signal: NodeJS.Signals | null; steps: string[]; err: string }

const child = join(import.meta.dirname, 'write-child.ts')
const env = { ...gitEnv, NODE_COMPILE_CACHE: join(tmpdir(), 'dossier-tests-compiled') }

/** Starts a writer in a process of its own (this very Node); `ended` tells what became of it. */
export function startWriter(job: Job): {
  process: ChildProcessWithoutNullStreams
  ready: Promise<unknown>
  ended: Promise<Ended>
} {
  const writer = spawn(process.execPath, [child, JSON.stringify(job)], { env, stdio: 'pipe' })
  let [out, err] = ['', '']
  writer.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  writer.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const ready = once(writer.stdout, 'data')
  const ended = new Promise<Ended>((end) =>
    writer.on('close', (code, signal) => {
      const steps = out.split('\n')[1]
      end({ code, signal, err, steps: steps ? (JSON.parse(steps) as string[]) : [] })
    }),
  )
  return { process: writer, ready, ended }
}

/** Runs a writer to its end. */
export const runWriter = (job: Job): Promise<Ended> => startWriter(job).ended
