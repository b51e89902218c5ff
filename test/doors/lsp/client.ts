import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** A message of the protocol, without its version. */
export type Message = { id?: number | string | null; method?: string; params?: unknown; result?: unknown; error?: unknown }

/** The editor's end of a language server in a process of its own. */
export type Client = {
  send: (message: Message) => void
  /** The first message that fits, said already or within `patience` milliseconds; undefined when none comes. */
  find: (fits: (message: Message) => boolean, patience?: number) => Promise<Message | undefined>
  /** Asks, and waits for the answer. */
  ask: (method: string, params?: unknown) => Promise<Message>
  said: readonly Message[]
  /** What it wrote to stderr, and the code it ended with. */
  ended: Promise<{ err: string; code: number | null }>
  process: ChildProcessWithoutNullStreams
}

const dev = join(import.meta.dirname, '..', '..', '..', 'bin', 'dev.js')

/** Starts `dossier lsp` from its source. Whatever else than messages it prints on stdout makes `find` fail. */
export function startServer(cwd: string, env: NodeJS.ProcessEnv, args: string[] = []): Client {
  const child = spawn(process.execPath, [dev, 'lsp', ...args], { cwd, env, stdio: 'pipe' })
  const said: Message[] = []
  let waiting: (() => void)[] = []
  let [rest, err, next] = [Buffer.alloc(0), '', 1000]
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  child.stdout.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk])
    for (;;) {
      const head = rest.indexOf('\r\n\r\n')
      if (head < 0) break
      const length = Number(/^Content-Length: (\d+)$/m.exec(rest.subarray(0, head).toString())?.[1])
      if (Number.isNaN(length)) throw new Error(`stdout holds what is no message: ${rest.subarray(0, 200).toString()}`)
      if (rest.length < head + 4 + length) break
      const { jsonrpc: _, ...message } = JSON.parse(rest.subarray(head + 4, head + 4 + length).toString()) as Message & {
        jsonrpc: string
      }
      said.push(message)
      rest = rest.subarray(head + 4 + length)
    }
    for (const wake of waiting.splice(0)) wake()
  })
  const ended = once(child, 'close').then(([code]) => ({ err, code: code as number | null }))
  const send = (message: Message) => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message })
    child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`)
  }
  const find: Client['find'] = async (fits, patience = 30_000) => {
    const until = Date.now() + patience
    for (;;) {
      const found = said.find(fits)
      if (found) return found
      const left = until - Date.now()
      if (left <= 0) return undefined
      await new Promise<void>((wake) => {
        const alarm = setTimeout(wake, left)
        waiting.push(() => {
          clearTimeout(alarm)
          wake()
        })
      })
    }
  }
  return {
    send,
    find,
    said,
    ended,
    process: child,
    async ask(method, params) {
      const id = next++
      send({ id, method, params: params ?? null })
      return (await find((message) => message.id === id && message.method === undefined)) ?? { error: 'no answer' }
    },
  }
}
