import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Client, Message } from './client.ts'

type Line = { mark: '->' | '<-'; message: Message } | { prose: string }
type FileChange = {
  kind?: string
  uri?: string
  oldUri?: string
  newUri?: string
  textDocument?: { uri: string }
  edits?: { newText: string }[]
}

const published = 'textDocument/publishDiagnostics'
const uriOf = ({ params }: Message) => (params as { uri?: string }).uri

/** Says to a server what an editor said in a session, and returns the session with what the server answers now. `record`: whatever that is. */
export async function playSession(
  session: string,
  client: Client,
  names: Record<string, string>,
  record: boolean,
): Promise<string> {
  const give = (text: string) => Object.entries(names).reduce((made, [name, path]) => made.replaceAll(name, path), text)
  const take = (text: string) => Object.entries(names).reduce((made, [name, path]) => made.replaceAll(path, name), text)
  const lines = session.split('\n').map((line): Line => {
    const mark = /^(?:->|<-)(?= )/.exec(line)?.[0] as '->' | '<-' | undefined
    return mark ? { mark, message: JSON.parse(give(line.slice(3))) as Message } : { prose: line }
  })
  const told: string[] = []
  for (const line of lines) {
    if ('prose' in line) told.push(line.prose)
    else if (line.mark === '<-') told.push(`<- ${take(JSON.stringify(await answer(client, line.message, record)))}`)
    else {
      told.push(`-> ${take(JSON.stringify(line.message))}`)
      client.send(line.message)
    }
  }
  return told.join('\n')
}

/** What the server says at this point: the answer to a question, a question of its own, or what is wrong in a file in the end. */
async function answer(client: Client, wanted: Message, record: boolean): Promise<Message> {
  if (wanted.method === published) return diagnostics(client, wanted, record)
  const found = await client.find(({ id, method }) => id === wanted.id && method === wanted.method)
  moveFiles(found?.result)
  return found ? steady(found) : { error: `no answer to ${wanted.id}` }
}

async function diagnostics(client: Client, wanted: Message, record: boolean): Promise<Message> {
  const isThat = (message: Message) => message.method === published && uriOf(message) === uriOf(wanted)
  const text = JSON.stringify(wanted)
  if (record) await rest(3000)
  else await client.find((message) => isThat(message) && JSON.stringify(message) === text)
  return client.said.findLast(isThat) ?? { error: 'nothing was said of it' }
}

const steady = (message: Message): Message => {
  const { serverInfo } = (message.result ?? {}) as { serverInfo?: object }
  return serverInfo
    ? { ...message, result: { ...(message.result as object), serverInfo: { ...serverInfo, version: '<version>' } } }
    : message
}

/** An editor carries out a rename: the texts of closed files aside, which nobody looks at in this session. */
function moveFiles(result: unknown): void {
  const { documentChanges = [] } = (result ?? {}) as { documentChanges?: FileChange[] }
  const made = new Set<string>()
  for (const { kind, uri, oldUri, newUri, textDocument, edits } of documentChanges) {
    if (kind === 'rename') renameSync(fileURLToPath(oldUri!), fileURLToPath(newUri!))
    if (kind === 'create') made.add(uri!)
    if (!textDocument || !made.has(textDocument.uri)) continue
    const file = fileURLToPath(textDocument.uri)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, (edits ?? []).map(({ newText }) => newText).join(''))
  }
}
