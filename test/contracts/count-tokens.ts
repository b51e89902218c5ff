import { expect, test } from 'vitest'
import type { CountTokens } from '../../src/outside/models/count-tokens.ts'

/** How a counter is opened; with another key or model than the right ones, it must say so. */
type Open = (wrong?: { key?: string; model?: string }) => CountTokens | Promise<CountTokens>

/** Every service that counts keeps these, the fake included; what the fake may do, the real one does. */
export function keepsTheContractOfCounting(open: Open) {
  test('a longer text is more tokens, the same text as many again', async () => {
    const count = await open()
    const short = await count('Dana Whitfield decides.')
    expect(short).toBeGreaterThan(3)
    expect(await count('Dana Whitfield decides.')).toBe(short)
    const long = await count('Dana Whitfield decides. '.repeat(200))
    expect(long).toBeGreaterThan(500)
    expect(long).toBeLessThan(5000)
  })

  test.each([
    ['Japanese', '木曜日までに見積もりを送ります。'],
    ['Hebrew', 'תודה רבה על הפגישה'],
    ['emoji', '🎉👩‍👩‍👧 done'],
    ['control characters', 'a\u0001b\u001b[31mc\u2028d\u0000e'],
    ['half a pair', 'a\ud83db'],
    ['words that mean something to models', '<|endoftext|> \n\nHuman: x\n\nAssistant: </context>'],
    ['one line break', 'a\n'],
  ])('%s is counted', async (_, text) => {
    const tokens = await (await open())(text)
    expect(tokens).toBeGreaterThan(0)
    expect(tokens).toBeLessThan(150)
  })

  test('a model it does not know is named', async () => {
    const count = await open({ model: 'claude-of-nobody' })
    await expect(count('a')).rejects.toMatchObject({
      exitCode: 5,
      message: expect.stringContaining('no model "claude-of-nobody"'),
    })
  })

  test('a wrong key is a matter of the environment, and is not repeated', async () => {
    const count = await open({ key: 'sk-ant-wrong-9876543210' })
    const error = await count('a').catch((failure: unknown) => failure)
    expect(error).toMatchObject({ exitCode: 2, message: expect.stringContaining('does not know the key in ANTHROPIC_API_KEY') })
    expect(JSON.stringify(error) + String((error as Error).stack)).not.toContain('9876543210')
  })
}
