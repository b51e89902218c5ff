import { spawnSync } from 'node:child_process'
import { Failure } from '../failure.ts'
import type { Place } from './place.ts'

/** Opens files in a person's editor and waits until it is closed. `editor` may carry arguments: `code --wait`. */
export function runEditor(editor: string | undefined, files: string[], env: Place['env']): void {
  const [program, ...args] = wordsOf(editor ?? '')
  if (!program)
    throw new Failure('No editor is set.', {
      hint: 'export EDITOR=nano (or "code --wait"); or open the file yourself, then dossier save',
      exitCode: 2,
    })
  const { status, error } = spawnSync(program, [...args, ...files], {
    stdio: 'inherit',
    env,
    shell: process.platform === 'win32',
  })
  if (error || status !== 0)
    throw new Failure(`The editor (${editor}) ended with ${error?.message ?? `code ${status}`}.`, {
      hint: 'set EDITOR to a program that is there; nothing was committed',
      exitCode: 2,
    })
}

/** The words of a command line; quotes keep what belongs together. */
const wordsOf = (line: string) =>
  [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, bare]) => double ?? single ?? bare ?? '')
