import { expect, test } from 'vitest'
import { modelFactor } from '../../src/formulas/model-factor.ts'

test.each([
  [undefined, 1, 'class-scan v1, o200k'],
  ['gpt-5', 1, 'class-scan v1, o200k'],
  ['claude-opus-4-7', 1.6, 'class-scan v1, o200k; claude ×1.6, unverified'],
  ['anthropic/claude', 1.6, 'class-scan v1, o200k; claude ×1.6, unverified'],
  ['something new', 1.6, 'class-scan v1, o200k; something new ×1.6, unverified'],
])('%s', (model, factor, tokenizer) => expect(modelFactor(model)).toEqual({ factor, tokenizer }))
