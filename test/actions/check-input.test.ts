import { expect, test } from 'vitest'
import * as z from 'zod'
import { checkInput } from '../../src/actions/check-input.ts'

const input = z.object({
  since: z.string(),
  size: z.coerce.number().int().min(1).max(9).default(1),
  kind: z.enum(['a', 'b']).default('a'),
  min: z.coerce.number('a number such as 0.85').default(0),
  many: z.array(z.string()).default([]),
})

test.each([
  [{}, 'since is missing.'],
  [{ since: 7 }, 'since: a string.'],
  [{ since: 'x', size: 'many' }, 'size: a number.'],
  [{ since: 'x', size: 1.5 }, 'size: a whole number.'],
  [{ since: 'x', size: 0 }, 'size: 1 or more.'],
  [{ since: 'x', size: 10 }, 'size: 9 or less.'],
  [{ since: 'x', kind: 'c' }, 'kind: one of a, b.'],
  [{ since: 'x', min: 'y' }, 'min: a number such as 0.85.'],
  [{ since: 'x', many: 'y' }, 'many: an array.'],
  [{ kind: 'c' }, 'since is missing; kind: one of a, b.'],
])('%j: %s', (given, message) =>
  expect(() => checkInput({ input, name: 'try' }, given)).toThrow(
    expect.objectContaining({ message, exitCode: 2, suggestions: ['dossier try --help'] }),
  ),
)
