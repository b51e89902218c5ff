import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { sayForGithub, sayProblems } from '../../../src/doors/say/problems.ts'
import type { Problem } from '../../../src/records/problem.ts'

const problems: Problem[] = [
  { path: 'a.md', line: 3, column: 8, message: 'One.', expected: 'two', severity: 'error', code: 'value-type' },
  { path: 'a.md', line: 12, column: 1, message: 'Two.', severity: 'warning', code: 'assertion/has-buyer' },
  { path: 'b:c.md', line: 1, column: 1, message: '50 %\nno', severity: 'warning' },
]

test('by file, in columns, with the code by which it may be switched off', () =>
  expect(stripVTControlCharacters(sayProblems({ files: 2, problems }))).toBe(
    [
      'a.md',
      '   3:8  error    One.  (expected two)  value-type',
      '  12:1  warning  Two.  assertion/has-buyer',
      '',
      'b:c.md',
      '  1:1  warning  50 %\nno',
      '',
      '2 files, 1 error, 2 warnings',
    ].join('\n'),
  ))

test('as annotations, the code their title', () =>
  expect(sayForGithub(problems, 'crm').split('\n')).toEqual([
    '::error file=crm/a.md,line=3,col=8,title=value-type::One. Expected two.',
    '::warning file=crm/a.md,line=12,col=1,title=assertion/has-buyer::Two.',
    '::warning file=crm/b%3Ac.md,line=1,col=1::50 %25%0Ano',
  ]))
