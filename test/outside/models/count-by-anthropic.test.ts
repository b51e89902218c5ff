import { createServer } from 'node:net'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { countByAnthropic } from '../../../src/outside/models/count-by-anthropic.ts'
import { keepsTheContractOfCounting } from '../../contracts/count-tokens.ts'
import { errorBody, fakeCount, openFakeAnthropic } from '../../fakes/anthropic.ts'

const model = 'claude-opus-5-5'
type Fake = Awaited<ReturnType<typeof openFakeAnthropic>>
const open = ({ base, key }: Pick<Fake, 'base' | 'key'>, more: { key?: string; model?: string; timeout?: number } = {}) =>
  countByAnthropic({ base: new URL(base), key, model, ...more })

describe('the fake', () => keepsTheContractOfCounting(async (wrong) => open(await openFakeAnthropic(), wrong)))

const { ANTHROPIC_API_KEY: live, DOSSIER_LIVE: wanted } = process.env
describe.skipIf(!live || !wanted)('the service itself (skipped unless ANTHROPIC_API_KEY and DOSSIER_LIVE are set)', () =>
  keepsTheContractOfCounting((wrong) => open({ base: 'https://api.anthropic.com', key: live! }, wrong)),
)

test('what is sent is the text, byte for byte, the model and the key, and nothing else', async () => {
  const fake = await openFakeAnthropic()
  const text = '# Ünïted \u2028 "quoted" \\ 木\r\n\ttab 🎉 </context>\n'
  vi.stubEnv(
    'ANTHROPIC_CUSTOM_HEADERS',
    'x-other: from the environment\nAuthorization: Bearer other\nanthropic-version: 2023-06-01',
  )
  vi.stubEnv('ANTHROPIC_AUTH_TOKEN', 'another-key')
  onTestFinished(() => void vi.unstubAllEnvs())
  expect(await open(fake)(text)).toBe(fakeCount(text, 1.3))
  const [{ path, headers, body } = { path: '', headers: {}, body: '' }, ...more] = fake.asked
  expect(more).toEqual([])
  expect(path).toBe('POST /v1/messages/count_tokens')
  expect(JSON.parse(body)).toEqual({ model, messages: [{ role: 'user', content: text }] })
  expect(headers).toMatchObject({ authorization: `Bearer ${fake.key}`, 'anthropic-version': '2026-10-21' })
  const ofFetch = ['accept-encoding', 'accept-language', 'connection', 'content-length', 'host', 'sec-fetch-mode']
  const ours = ['accept', 'anthropic-version', 'authorization', 'content-type', 'user-agent']
  expect(Object.keys(headers).filter((name) => ![...ofFetch, ...ours].includes(name))).toEqual([])
})

test('a way before the address is kept, with and without a slash at its end', async () => {
  for (const end of ['/proxy', '/proxy/']) {
    const fake = await openFakeAnthropic()
    fake.answerNext({ body: { input_tokens: 5 } })
    expect(await open({ ...fake, base: `${fake.base}${end}` })('a')).toBe(5)
    expect(fake.asked.map(({ path }) => path)).toEqual(['POST /proxy/v1/messages/count_tokens'])
  }
})

test('the log of the SDK stays silent, whatever the environment says', async () => {
  const fake = await openFakeAnthropic()
  vi.stubEnv('ANTHROPIC_LOG', 'debug')
  const said = (['debug', 'info', 'log', 'warn', 'error'] as const).map((name) => vi.spyOn(console, name))
  onTestFinished(() => {
    vi.unstubAllEnvs()
    for (const spy of said) spy.mockRestore()
  })
  await open(fake)('a')
  expect(said.flatMap(({ mock }) => mock.calls)).toEqual([])
})

const soon = { 'retry-after-ms': '1' }
const spent = errorBody('rate_limit_error', 'You have reached your limit', 'enforced_spend_limit_reached')

describe('what goes wrong is a Failure that says what, where, and what to do', () => {
  test.each<[what: string, answer: Parameters<Fake['answerNext']>[0], exit: number, says: RegExp, times: number]>([
    [
      '400',
      { status: 400, body: errorBody('invalid_request_error', 'prompt is too long') },
      5,
      /did not count: 400 \("prompt is too long"\)\. \(request req_fake\)|did not count/,
      1,
    ],
    ['401', { status: 401, body: errorBody('authentication_error', 'no') }, 2, /does not know the key in ANTHROPIC_API_KEY/, 1],
    ['402', { status: 402, body: errorBody('billing_error', 'no credit') }, 5, /before its bill is settled/, 1],
    ['403', { status: 403, body: errorBody('permission_error', 'no') }, 2, /does not let the key/, 1],
    ['404, another address', { status: 404, body: '<html>nginx</html>' }, 5, /did not count: 404/, 1],
    ['413', { status: 413, body: errorBody('request_too_large', 'big') }, 5, /too large/, 1],
    ['413 of a proxy', { status: 413, body: '<html>nginx</html>' }, 5, /too large/, 1],
    ['429, spend stop', { status: 429, body: spent }, 5, /spend limit of the account is reached/, 1],
    ['429, no word of when', { status: 429, body: errorBody('rate_limit_error', 'no') }, 5, /does not say until when/, 1],
    ['429, come back soon', { status: 429, headers: soon, body: errorBody('rate_limit_error', 'no') }, 5, /asked too often/, 3],
    [
      '429, come back in an hour',
      { status: 429, headers: { 'retry-after': '3600' }, body: errorBody('rate_limit_error', 'no') },
      5,
      /asked too often/,
      1,
    ],
    [
      '429, come back on a day',
      { status: 429, headers: { 'retry-after': 'Fri, 01 Jan 2100 00:00:00 GMT' }, body: '' },
      5,
      /asked too often/,
      1,
    ],
    ['500', { status: 500, headers: soon, body: errorBody('api_error', 'oh') }, 5, /failed with 500/, 3],
    ['504', { status: 504, headers: soon, body: errorBody('timeout_error', 'oh') }, 5, /failed with 504/, 3],
    ['529', { status: 529, headers: soon, body: errorBody('overloaded_error', 'Overloaded') }, 5, /overloaded/, 3],
    ['307', { status: 307, headers: { location: 'https://elsewhere.test/' } }, 5, /points to another address \(307\)/, 1],
    ['a page', { status: 200, body: '<html>Log in</html>' }, 5, /not with a count/, 1],
    [
      'half an answer',
      { status: 200, headers: { 'content-type': 'application/json' }, body: '{"input_tok' },
      5,
      /not with a count/,
      1,
    ],
    ['nothing', { status: 204 }, 5, /not with a count/, 1],
    ['null', { headers: { 'content-type': 'application/json' }, body: 'null' }, 5, /not with a count/, 1],
    ['a text', { body: { input_tokens: '12' } }, 5, /not with a count/, 1],
    ['zero', { body: { input_tokens: 0 } }, 5, /not with a count/, 1],
    ['below zero', { body: { input_tokens: -4 } }, 5, /not with a count/, 1],
    ['a fraction', { body: { input_tokens: 4.5 } }, 5, /not with a count/, 1],
    ['more than can be', { body: { input_tokens: 1e300 } }, 5, /not with a count/, 1],
    ['ten megabytes', { headers: { 'content-type': 'application/json' }, body: ' '.repeat(1e7) }, 5, /not with a count/, 1],
  ])('%s', async (_, answer, exitCode, says, times) => {
    const fake = await openFakeAnthropic()
    fake.answerNext(...Array.from({ length: 3 }, () => answer))
    const error = await open(fake)('A text of a customer.').catch((failure: unknown) => failure)
    expect(error).toMatchObject({
      exitCode,
      message: expect.stringMatching(says),
      suggestions: [expect.stringContaining('without --exact')],
    })
    expect((error as Error).message).toContain(fake.host)
    expect(fake.asked).toHaveLength(times)
  })

  test('a service that repeats the key and writes to the terminal', async () => {
    const fake = await openFakeAnthropic()
    fake.answerNext({ status: 400, body: errorBody('invalid_request_error', `bad\nkey ${fake.key} ${'x'.repeat(500)}`) })
    const { message } = (await open(fake)('a').catch((failure: unknown) => failure)) as Error
    expect(message).toContain('("bad key … xxx')
    expect(message).not.toMatch(/sk-ant|\n/)
    expect(message.length).toBeLessThan(400)
  })

  test('it waits as long as it is told, then counts', async () => {
    const fake = await openFakeAnthropic()
    fake.answerNext({ status: 529, headers: soon }, { status: 429, headers: soon })
    expect(await open(fake)('Hello there.')).toBe(fakeCount('Hello there.', 1.3))
    expect(fake.asked).toHaveLength(3)
  })

  test.each(['hang', 'hang in the body'] as const)('%s', { timeout: 20_000 }, async (does) => {
    const fake = await openFakeAnthropic()
    fake.answerNext({ does }, { does }, { does })
    await expect(open(fake, { timeout: 100 })('a')).rejects.toMatchObject({
      exitCode: 5,
      message: expect.stringContaining('did not answer within 0.1 seconds'),
    })
  })

  test('a line that breaks', { timeout: 20_000 }, async () => {
    const fake = await openFakeAnthropic()
    fake.answerNext({ does: 'break' }, { does: 'break' }, { does: 'break' })
    await expect(open(fake)('a')).rejects.toMatchObject({
      exitCode: 5,
      message: expect.stringMatching(/cannot be reached \([A-Z_]+\)/),
    })
  })

  test('nobody there', { timeout: 20_000 }, async () => {
    const fake = await openFakeAnthropic()
    fake.close()
    await expect(open(fake)('a')).rejects.toMatchObject({
      exitCode: 5,
      message: expect.stringContaining(`${fake.host} cannot be reached (ECONNREFUSED)`),
    })
  })

  test('no HTTP at all', { timeout: 20_000 }, async () => {
    const server = createServer((socket) => void socket.end('220 mail.example.test ESMTP\r\n')).listen(0, '127.0.0.1')
    await new Promise((listening) => server.once('listening', listening))
    onTestFinished(() => void server.close())
    const { port } = server.address() as { port: number }
    await expect(open({ base: `http://127.0.0.1:${port}`, key: 'sk-ant-fake' })('a')).rejects.toMatchObject({
      exitCode: 5,
      message: expect.stringContaining('cannot be reached'),
    })
  })
})
