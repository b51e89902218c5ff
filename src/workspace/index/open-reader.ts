import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Place } from '../place.ts'
import { type Manner, readText, type TextRead } from './read-text.ts'

/** So many files are read at a time. */
const handful = 500

/** Below so many files, starting threads costs more than they save. */
const worthThreads = 2_000

/** Reads files for the index; call `end` when no more are to be read. */
export type Reader = { read(paths: readonly string[]): AsyncGenerator<TextRead[]>; end(): Promise<void> }

/** Opens a reader. Its threads begin at once where `many` files are expected, so that they are ready when the names are known; else when it turns out that there are many. Handfuls come in any order. */
export function openReader(place: Place, manner: Manner, many: boolean): Reader {
  const start = () =>
    Array.from(
      { length: Math.min(8, availableParallelism()) },
      () => new Worker(workerFile(), { workerData: { root: place.root, manner } }),
    )
  let workers = many ? start() : undefined
  return {
    async *read(paths) {
      const handfuls = Array.from({ length: Math.ceil(paths.length / handful) }, (_, n) =>
        paths.slice(n * handful, (n + 1) * handful),
      )
      if (!workers && paths.length < worthThreads)
        for (const some of handfuls) yield some.flatMap((path) => readText(place, path, manner) ?? [])
      else yield* handOut((workers ??= start()), handfuls)
    },
    end: async () => void (await Promise.all((workers ?? []).map((worker) => worker.terminate()))),
  }
}

/** Gives each worker its next handful as soon as it has answered, and one ahead, so that none waits for us. */
async function* handOut(workers: readonly Worker[], handfuls: readonly string[][]): AsyncGenerator<TextRead[]> {
  const answers: TextRead[][] = []
  let wake = () => {}
  let failed: Error | undefined
  let next = 0
  const give = (worker: Worker) => {
    const some = handfuls[next++]
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
    if (some) worker.postMessage(some)
  }
  for (const worker of workers) {
    worker.on('message', (read: TextRead[]) => {
      answers.push(read)
      wake()
    })
    worker.on('error', (error: Error) => {
      failed = error
      wake()
    })
    worker.on('message', () => give(worker))
    give(worker)
    give(worker)
  }
  for (let taken = 0; taken < handfuls.length; ) {
    if (failed) throw failed
    const read = answers.shift()
    if (read) {
      taken++
      yield read
    } else
      await new Promise<void>((resolve) => {
        wake = resolve
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
