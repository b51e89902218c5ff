import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { encode } from 'gpt-tokenizer/encoding/o200k_base'
import { onTestFinished } from 'vitest'

/** What came in: the path, the headers, and the body as it was sent. */
type Asked = { path: string; headers: IncomingMessage['headers']; body: string }

/** An answer in place of the next one: an error of the service, junk, silence, or a line that breaks. */
type Answer = {
  status?: number
  headers?: Record<string, string>
  body?: string | object
  does?: 'hang' | 'hang in the body' | 'break'
}

/** `before` happens before each answer. */
type Rules = { ratio?: number; key?: string; models?: string[]; before?: () => void }

/** Tokens the service puts around a message. */
const around = 7

/** What the fake counts for a text: so many times the tokens of o200k, and those around a message. */
export const fakeCount = (text: string, ratio: number) =>
  Math.ceil(encode(text, { disallowedSpecial: new Set() }).length * ratio) + around

/** The error body of the service. */
export const errorBody = (type: string, message: string, code?: string) => ({
  type: 'error',
  error: { type, message, ...(code && { details: { error_code: code } }) },
  request_id: 'req_fake',
})

/** A server on this machine that counts tokens as the Messages API says it does; closed after the test. */
export async function openFakeAnthropic({
  ratio = 1.3,
  key = 'sk-ant-fake-0123456789',
  models = ['claude-opus-5-5'],
  before = () => {},
}: Rules = {}) {
  const asked: Asked[] = []
  const planned: Answer[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks).toString()
    asked.push({ path: `${request.method} ${request.url}`, headers: request.headers, body })
    before()
    send(response, planned.shift() ?? answer(request, body, { ratio, key, models }))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  onTestFinished(close)
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return { host, base: `http://${host}`, key, asked, close, answerNext: (...answers: Answer[]) => void planned.push(...answers) }
}

function answer(
  { method, url, headers }: IncomingMessage,
  body: string,
  { ratio, key, models }: Omit<Required<Rules>, 'before'>,
): Answer {
  const refuse = (status: number, type: string, message: string) => ({ status, body: errorBody(type, message) })
  const given = headers['x-api-key'] ?? /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1]
  if (given !== key) return refuse(401, 'authentication_error', `invalid key ${String(given)}`)
  if (method !== 'POST' || url !== '/v1/messages/count_tokens') return refuse(404, 'not_found_error', 'Not found')
  if (!['2026-10-21', '2023-06-01'].includes(String(headers['anthropic-version'])))
    return refuse(400, 'invalid_request_error', 'anthropic-version: header is required')
  if (body.length > 32 * 1024 * 1024) return refuse(413, 'request_too_large', 'Request exceeds the maximum size')
  const asked = readBody(body)
  if (typeof asked === 'string') return refuse(400, 'invalid_request_error', asked)
  if (!models.includes(asked.model)) return refuse(404, 'not_found_error', `model: ${asked.model}`)
  return { body: { input_tokens: fakeCount(asked.text, ratio) } }
}

/** What is asked, or what is wrong with it. */
function readBody(body: string): { model: string; text: string } | string {
  let said: { model?: unknown; messages?: unknown }
  try {
    said = JSON.parse(body)
  } catch {
    return 'The request body is not valid JSON'
  }
  const extra = Object.keys(said).find((name) => name !== 'model' && name !== 'messages')
  if (extra) return `${extra}: Extra inputs are not permitted`
  if (typeof said.model !== 'string') return 'model: Field required'
  const [message, ...more] = Array.isArray(said.messages) ? (said.messages as { role?: unknown; content?: unknown }[]) : []
  if (message?.role !== 'user' || more.length > 0) return 'messages: one message of a user is what this fake knows'
  if (typeof message.content !== 'string' || !message.content) return 'messages.0: content must be a text that is not empty'
  return { model: said.model, text: message.content }
}

function send(response: ServerResponse, { status = 200, headers = {}, body = '', does }: Answer): void {
  if (does === 'hang') return
  if (does === 'break') return void response.destroy()
  const type = typeof body === 'string' ? 'text/html' : 'application/json'
  response.writeHead(status, { 'content-type': type, 'request-id': 'req_fake', ...headers })
  if (does === 'hang in the body') return void response.write('{"input_tokens":')
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}
