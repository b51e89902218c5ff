import { Failure } from '../failure.ts'

/** What is asked of every call: the whole answer within `timeout` milliseconds, `most` bytes of it, and no `headers` but these. */
type Manners = { timeout: number; most: number; headers: readonly string[] }

/** A `fetch` to hand to the client of a service: follows no redirect, so that nothing goes to a host nobody named, and reads the answer to its end. */
export function openFetch({ timeout, most, headers }: Manners) {
  return async (url: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const signal = AbortSignal.any([AbortSignal.timeout(timeout), ...(init.signal ? [init.signal] : [])])
    const given = [...new Headers(init.headers)].filter(([name]) => headers.includes(name))
    const answer = await fetch(url, { ...init, headers: given, redirect: 'manual', signal })
    const body = await readUpTo(answer, most)
    return new Response(body, { status: answer.status, statusText: answer.statusText, headers: answer.headers })
  }
}

/** The beginning of an answer; null where there is none, as some statuses demand. */
async function readUpTo({ body }: Response, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    chunks.push(chunk)
    size += chunk.length
    if (size > most) break
  }
  return size > 0 ? Buffer.concat(chunks, Math.min(size, most)) : null
}

/** Seconds a service asks to be left alone (`retry-after`); undefined when it does not say. A day is measured by the service's own clock. */
export function readRetryAfter(headers: Headers): number | undefined {
  const [millis, said, date] = ['retry-after-ms', 'retry-after', 'date'].map((name) => headers.get(name))
  const seconds = [
    millis && Number(millis) / 1000,
    said && Number(said),
    said && date && (Date.parse(said) - Date.parse(date)) / 1000,
  ]
  return seconds.find((one): one is number => typeof one === 'number' && one >= 0 && Number.isFinite(one))
}

/** Where a service is reached, as the environment variable `name` has it. Throws a Failure (exit 2) unless it is https, or http to this machine. */
export function readBase(said: string, name: string): URL {
  const url = URL.parse(said.trim())
  const isHere = url && /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname)
  const isPlain = url && !url.username && !url.password && !url.search && !url.hash
  if (isPlain && (url.protocol === 'https:' || (url.protocol === 'http:' && isHere))) return url
  throw new Failure(`${name} is no address that the text of a customer may be sent to.`, {
    hint: 'an https address such as https://api.anthropic.com, without a password or a question mark; http only to this machine',
    exitCode: 2,
  })
}
