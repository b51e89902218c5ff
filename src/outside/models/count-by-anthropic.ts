import Anthropic from '@anthropic-ai/sdk'
import { openFetch, readRetryAfter } from '../http.ts'
import { failureOf, sayJunk } from './anthropic-failure.ts'
import type { CountTokens } from './count-tokens.ts'

/** `timeout` is for one attempt of three, in milliseconds. */
type At = { key: string; base: URL; model: string; timeout?: number }

/** The longest wait that a service may ask for, in seconds. */
const longest = 30

/** Counts as a message of a user is counted for a model of Anthropic, some tokens around the text included. Only the text, the model and the key are sent. */
export function countByAnthropic({ key, base, model, timeout = 30_000 }: At): CountTokens {
  const call = openFetch({
    timeout,
    most: 100_000,
    headers: ['accept', 'anthropic-version', 'authorization', 'content-type', 'user-agent'],
  })
  // The SDK would otherwise read the environment: other keys, and how much it logs on stdout, the text included.
  const { messages } = new Anthropic({
    apiKey: key,
    authToken: null,
    webhookKey: null,
    baseURL: base.href.replace(/\/+$/, ''),
    timeout,
    maxRetries: 2,
    logLevel: 'off',
    openTelemetry: false,
    fetch: async (url, init) => withoutVainRetry(await call(url, init)),
  })
  // Over what ANTHROPIC_CUSTOM_HEADERS may say.
  const headers = { authorization: `Bearer ${key}`, 'anthropic-version': '2026-10-21' }
  return async (text) => {
    const { input_tokens: count } = await messages
      .countTokens({ model, messages: [{ role: 'user', content: text }] }, { headers })
      .then((answer) => (answer as Partial<typeof answer> | null) ?? {})
      .catch((error: unknown) => {
        throw failureOf(error, { host: base.host, model, key, timeout })
      })
    if (typeof count === 'number' && Number.isSafeInteger(count) && count > 0) return count
    throw sayJunk(base.host)
  }
}

/** The SDK asks again after any 429, and waits as long as it is told; a spend stop stays one, and nobody waits for minutes at a terminal. */
function withoutVainRetry(answer: Response): Response {
  const wait = readRetryAfter(answer.headers)
  if (answer.status === 429 && wait === undefined) answer.headers.set('x-should-retry', 'false')
  if (wait !== undefined && wait > longest) answer.headers.set('x-should-retry', 'false')
  return answer
}
