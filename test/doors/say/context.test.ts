import { expect, test } from 'vitest'
import { sayContext } from '../../../src/doors/say/context.ts'

const built = (over: object = {}) => ({
  customer: 'acme',
  tier: 'compact',
  budget: 5000,
  tokens: 4864,
  tokenizer: 'class-scan v1, o200k',
  sections: [],
  leftOut: [],
  sources: [],
  items: [],
  removed: 0,
  ...over,
})
const left = (why: string) => ({ path: 'a.md', why, tokens: 9 })

test.each<[over: object, said: string]>([
  [{}, '4,864 of 5,000 tokens (class-scan v1, o200k); nothing left out.'],
  [
    { leftOut: [left('shortened'), left('no room'), left('no room')] },
    '4,864 of 5,000 tokens (class-scan v1, o200k); 1 file shortened, 2 files left out (--json names them).',
  ],
  [
    { removed: 1 },
    '4,864 of 5,000 tokens (class-scan v1, o200k); nothing left out.\n1 secret removed; dossier never passes them on.',
  ],
  [
    { removed: 2, secrets: [{ what: 'AWS key', path: 'a.md', line: 12 }, { what: 'PIN' }] },
    '4,864 of 5,000 tokens (class-scan v1, o200k); nothing left out.\n2 secrets removed: AWS key at a.md:12, PIN; dossier never passes them on.',
  ],
])('%j', (over, said) => expect(sayContext(built(over))).toBe(said))
