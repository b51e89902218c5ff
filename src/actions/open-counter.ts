import { Failure } from '../failure.ts'
import { familyOf, modelFactor } from '../formulas/tokens/model-factor.ts'
import { readBase } from '../outside/http.ts'
import type { CountTokens } from '../outside/models/count-tokens.ts'
import type { Session } from '../session/open.ts'
import { settingsPath } from '../workspace/place.ts'
import { refuseOutside } from '../workspace/stop/refuse-outside.ts'

/** Who counts, or why nobody can. */
type Counter = { count: CountTokens; tokenizer: string } | { note: string }

/** Reaches the provider of the workspace's model. Throws a Failure where no model is named, its key is missing, or nothing may leave this machine. */
export async function openCounter(session: Session): Promise<Counter> {
  const { model } = session.settings()
  if (!model)
    throw new Failure(`--exact asks the provider of a model, and ${settingsPath} names none.`, {
      hint: 'set model: in workspace.yaml, such as model: claude-opus-5-5',
      exitCode: 2,
      path: settingsPath,
    })
  if (familyOf(model) !== 'claude')
    return {
      note: `No service is known that counts tokens for ${model}; this is the offline estimate (${modelFactor(model).tokenizer}).`,
    }
  const place = session.here()
  refuseOutside(place)
  const key = readKey(session.env['ANTHROPIC_API_KEY'])
  const base = readBase(session.env['ANTHROPIC_BASE_URL']?.trim() || 'https://api.anthropic.com', 'ANTHROPIC_BASE_URL')
  const { countByAnthropic } = await import('../outside/models/count-by-anthropic.ts')
  const count = countByAnthropic({ key, base, model })
  return {
    tokenizer: `${model}, counted by ${base.host}`,
    async count(text) {
      refuseOutside(place)
      return count(text)
    },
  }
}

function readKey(said = ''): string {
  const key = said.trim()
  if (/^[\x21-\x7e]+$/.test(key)) return key
  throw new Failure(`--exact needs a key of Anthropic, and ANTHROPIC_API_KEY ${key ? 'holds none' : 'is not set'}.`, {
    hint: 'set it in the environment; without --exact the offline estimate is used',
    exitCode: 2,
  })
}
