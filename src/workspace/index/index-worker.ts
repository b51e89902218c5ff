import { parentPort, workerData } from 'node:worker_threads'
import { type Manner, readText } from './read-text.ts'

const { root, manner } = workerData as { root: string; manner: Manner }

parentPort!.on('message', (paths: string[]) =>
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
  parentPort!.postMessage(paths.flatMap((path) => readText({ root, env: {} }, path, manner) ?? [])),
)
