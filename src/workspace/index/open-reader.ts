import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Place } from '../place.ts'
import { type Manner, readText, type TextRead } from './read-text.ts'

/** So many files are read at a time. */
const handful = 500

/** Reads files for the index; call `end` when no more are to be read. The paths are asked for as they are needed. */
export type Reader = { read(paths: Iterable<string>): AsyncGenerator<TextRead[]>; end(): Promise<void> }

/** Opens a reader. Where `many` files are expected it reads on all processors, and handfuls come in any order. */
export function openReader(place: Place, manner: Manner, many: boolean): Reader {
  const workers = Array.from(
    { length: many ? Math.min(8, availableParallelism()) : 0 },
    () => new Worker(workerFile(), { workerData: { root: place.root, manner } }),
  )
  return {
    async *read(paths) {
      if (many) yield* handOut(workers, inHandfuls(paths))
      else for (const some of inHandfuls(paths)) yield some.flatMap((path) => readText(place, path, manner) ?? [])
    },
    end: async () => void (await Promise.all(workers.map((worker) => worker.terminate()))),
  }
}

function* inHandfuls(paths: Iterable<string>): Generator<string[]> {
  let some: string[] = []
  for (const path of paths) {
    some.push(path)
    if (some.length < handful) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}

/** So many handfuls each worker has before it: it goes on while we put what it read into the index, or look up more names. */
const ahead = 8

/** Gives each worker its next handful as soon as it has answered one. */
async function* handOut(workers: readonly Worker[], handfuls: Generator<string[]>): AsyncGenerator<TextRead[]> {
  const out = { given: 0, answers: [] as TextRead[][], wake: () => {}, failed: undefined as Error | undefined }
  const give = (worker: Worker) => {
    const { value: some } = handfuls.next()
    if (!some) return
    out.given++
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
    worker.postMessage(some)
  }
  for (const worker of workers) {
    worker.on('message', (read: TextRead[]) => {
      out.given--
      out.answers.push(read)
      give(worker)
      out.wake()
    })
    worker.on('error', (error: Error) => {
      out.failed = error
      out.wake()
    })
  }
  for (let n = 0; n < ahead; n++) for (const worker of workers) give(worker)
  while (out.given > 0 || out.answers.length > 0) {
    if (out.failed) throw out.failed
    const read = out.answers.shift()
    if (read) yield read
    else
      await new Promise<void>((resolve) => {
        out.wake = resolve
      })
  }
}

/** The worker beside this file; in the bundle, at its top. */
function workerFile(): string {
  const source = join(import.meta.dirname, 'index-worker.ts')
  if (existsSync(source)) return source
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const built = join(folder, 'index-worker.js')
    if (existsSync(built) || folder === dirname(folder)) return built
  }
}
