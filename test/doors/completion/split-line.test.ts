import { expect, test } from 'vitest'
import { splitLine } from '../../../src/doors/completion/split-line.ts'

const bash = ' \t\n"\'@><=;|&(:'

const lines: [string, Partial<ReturnType<typeof splitLine>>][] = [
  ['dossier customer sh', { words: ['customer'], typed: 'sh', quote: '', kept: '' }],
  ['dossier customer show ', { words: ['customer', 'show'], typed: '' }],
  ['dossier set acme stage=pro', { words: ['set', 'acme'], typed: 'stage=pro', kept: 'stage=' }],
  ['dossier set acme "stage=pro', { typed: 'stage=pro', quote: '"', kept: '' }],
  ['dossier set acme stage="pro', { typed: 'stage=pro', quote: '"', kept: 'stage=' }],
  [String.raw`dossier show Acme\ Gm`, { words: ['show'], typed: 'Acme Gm', kept: '' }],
  [String.raw`dossier show "a \"b\" \c`, { typed: String.raw`a "b" \c`, quote: '"' }],
  ["dossier show 'a\"b' c", { words: ['show', 'a"b'], typed: 'c' }],
  ['dossier show jo@ac', { typed: 'jo@ac', kept: 'jo' }],
  ['dossier show gong:12', { typed: 'gong:12', kept: 'gong:' }],
  ['NO_COLOR=1 dossier deal sh', { words: ['deal'], typed: 'sh' }],
  ['cd x && dossier deal sh', { words: ['deal'], typed: 'sh' }],
  ['dossier deal list > fi', { words: ['deal', 'list'], typed: 'fi', redirected: true }],
  ['dossier deal list 2> log --js', { words: ['deal', 'list'], typed: '--js', redirected: false }],
  ['dossier set acme name=""', { typed: 'name=', quote: '' }],
  ['', { words: [], typed: '' }],
  ['\\', { words: [], typed: '' }],
]

test.for(lines)('%s', ([line, expected]) => {
  expect(splitLine(line, bash)).toMatchObject(expected)
})
