import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { composeText } from '../../src/workspace/compose.ts'
import { folder } from '../helpers/workspace.ts'

/** An editor that writes; it is given the file as `$0`. */
const editor = (script: string) => `sh -c '${script}'`
const env = process.env

test('what was written above the line is the text', () => {
  const { text, discard } = composeText(
    editor('printf "Budget ok\\n\\nSend MSA Fri\\n" | cat - "$0" > "$0.new" && mv "$0.new" "$0"'),
    'call with jo',
    env,
  )
  expect(text).toBe('Budget ok\n\nSend MSA Fri')
  discard()
})

test('nothing written is an empty text, and what stood there is gone', () => {
  const trace = `${folder()}/path`
  expect(composeText(editor(`echo "$0" > ${trace}`), 'call', env).text).toBe('')
  expect(existsSync(trace)).toBe(true)
})

test('an editor that fails is a failure to mend', () => {
  expect(() => composeText('no-such-editor', 'call', env)).toThrow(expect.objectContaining({ exitCode: 2 }))
  expect(() => composeText(editor('exit 3'), 'call', env)).toThrow('code 3')
})
