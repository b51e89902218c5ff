import { expect, test } from 'vitest'
import { printOffers, type Shell } from '../../../src/doors/completion/print-offers.ts'
import { splitLine } from '../../../src/doors/completion/split-line.ts'

const breaks = ' \t\n"\'@><=;|&(:'
const print = (shell: Shell, value: string, line = 'dossier show ', about?: string) =>
  printOffers(shell, { names: [{ value, about }], rest: 'done' }, splitLine(line, shell === 'bash' ? breaks : ''))
    .split('\n')
    .slice(1, -1)

test.for([
  ['Acme GmbH', 'dossier show ', String.raw`Acme\ GmbH`],
  ['Acme GmbH', 'dossier show "Ac', 'Acme GmbH'],
  ["Q3's", "dossier show 'Q", String.raw`Q3'\''s`],
  ['$off "now"', 'dossier show "$', String.raw`\$off \"now\"`],
  ['stage=Closed Won', 'dossier set acme stage=C', String.raw`Closed\ Won`],
  ['stage=Closed Won', 'dossier set acme stage="C', 'Closed Won'],
  ['stage=Closed Won', 'dossier set acme "stage=C', 'stage=Closed Won'],
  ['jo@acme.com', 'dossier show jo@a', '@acme.com'],
  ['gong:a(b)', 'dossier show gong:', String.raw`a\(b\)`],
  ['Łódź', 'dossier show ', 'Łódź'],
  ['a!b;c&d|e', 'dossier show ', String.raw`a\!b\;c\&d\|e`],
] as const)('bash: %s after %s', ([value, line, expected]) => {
  expect(print('bash', value, line)).toEqual([expected])
})

test('zsh and fish quote themselves; what a name is stands beside it', () => {
  expect(print('zsh', String.raw`B: a\b`, undefined, 'A: tier')).toEqual([String.raw`B\: a\\b:A: tier`])
  expect(print('zsh', 'acme')).toEqual(['acme'])
  expect(print('fish', 'B: rest', undefined, 'one\n two')).toEqual(['B: rest\tone two'])
})

test('names that would steer the terminal, or be two lines, are not offered', () => {
  expect(print('fish', 'a\u001b]0;x')).toEqual([])
  expect(print('bash', 'a\nb')).toEqual([])
})
