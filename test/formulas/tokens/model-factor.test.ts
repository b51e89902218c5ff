import { expect, test } from 'vitest'
import { familyOf, modelFactor } from '../../../src/formulas/tokens/model-factor.ts'

test.each([
  [undefined, 1, 'class-scan v1, o200k'],
  ['gpt-5', 1, 'class-scan v1, o200k'],
  ['claude-opus-4-7', 1.6, 'class-scan v1, o200k; claude ×1.6, unverified'],
  ['anthropic/claude', 1.6, 'class-scan v1, o200k; claude ×1.6, unverified'],
  ['something new', 1.6, 'class-scan v1, o200k; something new ×1.6, unverified'],
])('%s', (model, factor, tokenizer) => expect(modelFactor(model)).toEqual({ factor, tokenizer }))

test.each([
  ['claude-opus-5-5', 'claude'],
  ['anthropic/claude', 'claude'],
  ['o3', 'o200k'],
  ['gemini-3-pro', 'gemini'],
  ['something new', undefined],
])('%s is of the family %s', (model, family) => expect(familyOf(model)).toBe(family))
