import { expect, test } from 'vitest'
import { slipOf } from '../../../src/doors/say/failure.ts'

test.each([
  [
    'Missing 1 required arg:\nfrom  The customer that becomes part of it.\nSee more help with --help',
    'FROM is missing: The customer that becomes part of it.',
  ],
  [
    'Missing 2 required args:\ninto  The one that stays: slug,\n      name or path.\nfrom  The other.\nSee more help with --help',
    'INTO is missing: The one that stays: slug, name or path. FROM is missing: The other.',
  ],
  [
    'Missing 1 required arg:\nwords  A word.\n\nNote: --not allows multiple values. Because of this you need more.\nSee more help with --help',
    'WORDS is missing: A word.',
  ],
  ['Missing 1 required arg:\nshell  (bash|zsh|fish) bash, zsh or fish.', 'SHELL is missing: bash, zsh or fish.'],
  ['Nonexistent flag: --as-of\nSee more help with --help', 'Nonexistent flag: --as-of'],
])('%j', (message, said) => expect(slipOf(new Error(message), 'dossier x --help')).toMatchObject({ message: said, exitCode: 2 }))
