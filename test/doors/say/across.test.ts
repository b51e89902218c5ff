import { expect, test } from 'vitest'
import { sayAcross } from '../../../src/doors/say/across.ts'

const built = (over: object = {}) =>
  ({
    for: 'my-week',
    tier: 'my-week',
    budget: 8000,
    tokens: 7994,
    tokenizer: 'class-scan v1, o200k',
    customers: 10,
    deals: 1,
    text: '',
    items: [],
    sections: [],
    leftOut: [],
    sources: [],
    removed: 0,
    ...over,
  }) as Parameters<typeof sayAcross>[0]
const left = (why: string) => ({ path: 'a.md', why, tokens: 9 })
const first = '7,994 of 8,000 tokens (class-scan v1, o200k); 10 customers, 1 open deal; nothing left out.'

test.each<[over: object, said: string]>([
  [{}, first],
  [
    { leftOut: [left('shortened'), left('no room'), left('no room')] },
    '7,994 of 8,000 tokens (class-scan v1, o200k); 10 customers, 1 open deal; 1 file shortened, 2 files left out (--json names them).',
  ],
  [{ removed: 2 }, `${first}\n2 secrets removed; dossier never passes them on.`],
  [
    { unjudged: { noData: { count: 1, names: ['segment'] }, unfit: { count: 2, because: 'employees is no number' } } },
    `${first}\n1 customer could not be judged: no data for segment.\n2 customers could not be judged: employees is no number.`,
  ],
])('%j', (over, said) => expect(sayAcross(built(over))).toBe(said))
