import Anthropic from '@anthropic-ai/sdk'
import { Failure } from '../../failure.ts'
import { readRetryAfter } from '../http.ts'

type Asked = { host: string; model: string; key: string; timeout: number }
type Told = [message: string, hint: string, exitCode?: number]

const orNot = 'without --exact the offline estimate is used'

/** What a user can do about an error of the SDK. The key stands in none of it, whatever the service answers; what is no error of a service is thrown on. */
export function failureOf(error: unknown, { host, model, key, timeout }: Asked): Failure {
  if (error instanceof SyntaxError) return sayJunk(host)
  if (error instanceof Anthropic.APIConnectionTimeoutError)
    return say([`${host} did not answer within ${timeout / 1000} seconds, three times in a row.`, 'try again later'])
  if (error instanceof Anthropic.APIConnectionError)
    return say([`${host} cannot be reached${sayCause(error)}.`, 'look at the network, and at ANTHROPIC_BASE_URL where it is set'])
  if (!(error instanceof Anthropic.APIError) || typeof error.status !== 'number') throw error
  const said = sayMessage(error, key)
  const [message, ...rest] = tell(error as Answered, host, model, said)
  const request = /^[\w-]{1,80}$/.test(error.requestID ?? '') ? ` (request ${error.requestID})` : ''
  return say([`${message}${request}`, ...rest])
}

/** For an answer that is no count. */
export const sayJunk = (host: string): Failure =>
  say([`${host} answered, but not with a count of tokens.`, 'see whether ANTHROPIC_BASE_URL names the right service'])

const say = ([message, hint, exitCode = 5]: Told) => new Failure(message, { hint: `${hint}; ${orNot}`, exitCode })

type Answered = InstanceType<typeof Anthropic.APIError> & { status: number; headers: Headers | undefined }

function tell({ status, type, errorCode, headers }: Answered, host: string, model: string, said: string): Told {
  if (status === 401) return [`${host} does not know the key in ANTHROPIC_API_KEY${said}.`, 'set one that is valid', 2]
  if (status === 403)
    return [`${host} does not let the key in ANTHROPIC_API_KEY count for ${model}${said}.`, 'set one that may', 2]
  if (status === 402) return [`${host} counts nothing for this account before its bill is settled${said}.`, 'settle it there']
  if (status === 404 && type === 'not_found_error')
    return [
      `${host} has no model "${model}"${said}.`,
      'name one in model: of workspace-setup/workspace.yaml, such as claude-opus-5-5',
    ]
  if (status === 413) return [`The context is too large for ${host} to count${said}.`, 'lower --budget']
  if (status === 429) return tellLimit(headers, errorCode, host, said)
  if (status === 529) return [`${host} is overloaded${said}.`, 'try again in some minutes']
  if (status >= 300 && status < 400)
    return [
      `${host} points to another address (${status}), where the text is not sent.`,
      'see whether ANTHROPIC_BASE_URL is right',
    ]
  if (status >= 500) return [`${host} failed with ${status}${said}.`, 'try again later']
  return [`${host} did not count: ${status}${said}.`, 'see whether model: and ANTHROPIC_BASE_URL are right']
}

function tellLimit(headers: Headers | undefined, code: string | null, host: string, said: string): Told {
  const wait = headers && readRetryAfter(headers)
  if (wait !== undefined) return [`${host} was asked too often${said}.`, `try again in ${Math.max(1, Math.ceil(wait))} seconds`]
  const isStop = code?.endsWith('spend_limit_reached')
  return [
    `${host} counts no more: ${isStop ? 'the spend limit of the account is reached' : 'a limit is reached, and it does not say until when'}${said}.`,
    'raise the limit there',
  ]
}

/** What the service says, on one line and without the key, which some services repeat. */
function sayMessage({ apiMessage }: InstanceType<typeof Anthropic.APIError>, key: string): string {
  const text = typeof apiMessage === 'string' ? apiMessage.replaceAll(key, '…').replace(/\s+/g, ' ').trim() : ''
  return text && ` ("${text.length > 200 ? `${text.slice(0, 200).toWellFormed()}…` : text}")`
}

/** The system's own word, such as ENOTFOUND. */
function sayCause(error: Error): string {
  for (let cause: unknown = error.cause, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    const { code } = cause as NodeJS.ErrnoException
    if (typeof code === 'string' && /^[A-Z][A-Z_\d]{2,60}$/.test(code)) return ` (${code})`
  }
  return ''
}
