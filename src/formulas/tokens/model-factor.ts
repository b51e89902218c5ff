import { estimator } from './estimate-tokens.ts'

/** How many times the tokens of o200k other makers' models are said to need for the same text. */
const factors: [RegExp, string, number][] = [
  [/^(?:gpt|o\d|chatgpt|o200k)/i, 'o200k', 1],
  [/claude/i, 'claude', 1.6],
  [/gemini|gemma/i, 'gemini', 1.2],
  [/llama|mistral|mixtral|qwen|deepseek/i, 'open models', 1.3],
]

const findFactor = (model: string) => factors.find(([pattern]) => pattern.test(model))

/** How tokens are counted for a model (`model:` of workspace.yaml), and the name of that way for the manifest. */
export function modelFactor(model: string | undefined): { factor: number; tokenizer: string } {
  if (!model) return { factor: 1, tokenizer: estimator }
  const [, name, factor] = findFactor(model) ?? [/./, model, 1.6]
  return { factor, tokenizer: factor === 1 ? estimator : `${estimator}; ${name} ×${factor}, unverified` }
}

/** Which models share their tokens with this one, such as `claude`; undefined when we do not know. */
export const familyOf = (model: string): string | undefined => findFactor(model)?.[1]
