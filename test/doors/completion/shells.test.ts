import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folder, gitEnv } from '../../helpers/workspace.ts'
import { nowhere, small, snapshot } from '../bad-input.ts'

const program = join(import.meta.dirname, '../../../bin', process.env['FROM_SOURCE'] ? 'dev.js' : 'run.js')

/** A folder for the PATH in which `dossier` is this checkout's. */
function programFolder(): string {
  const bin = folder()
  writeFileSync(join(bin, 'dossier'), `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`, { mode: 0o755 })
  return bin
}

const isThere = (shell: string) => spawnSync(shell, ['-c', 'exit 7']).status === 7

const tree = () =>
  small({
    'customers/acme/contacts/jo-park.md': '---\nname: Jo Park\nemail: jo@acme.example\n---\n',
    "reporting/templates/Weekly: Q3's top deals.md": '---\ntitle: Weekly\n---\n',
    'workspace-setup/fields.yaml': 'customer:\n  tier:\n    type: choice\n    values: [Top account, "B: rest"]\n',
  })

/** Asks a shell for the completions of a line: what it would put in, one a line. */
type Ask = (cwd: string, line: string) => string[]

const run = (shell: string, args: string[], cwd: string, env: NodeJS.ProcessEnv = {}) => {
  const path = [programFolder(), process.env['PATH']].join(delimiter)
  const { stdout, stderr } = spawnSync(shell, args, {
    cwd,
    env: { ...gitEnv, HOME: folder(), LC_ALL: 'C.UTF-8', TERM: 'dumb', PATH: path, ...env },
    encoding: 'utf8',
    timeout: 60_000,
  })
  expect(stderr).toBe('')
  return stdout.split('\n').filter(Boolean)
}

/** Bash as it is when Tab is pressed, but for `compopt`, which works only there. */
const bash: Ask = (cwd, line) =>
  run(
    'bash',
    [
      '--norc',
      '-c',
      `compopt() { printf 'compopt %s\\n' "$*"; }
       source <(dossier completion bash)
       COMP_LINE=$1 COMP_POINT=\${#1} COMP_WORDS=($(printf '%q ' $1)) COMP_CWORD=0
       $(complete -p dossier | sed -E 's/.*-F ([^ ]+).*/\\1/')
       printf '%s\\n' "\${COMPREPLY[@]}"`,
      'bash',
      line,
    ],
    cwd,
  )

const fish: Ask = (cwd, line) =>
  run('fish', ['--no-config', '-c', 'dossier completion fish | source; complete -C "$argv[1]"', line], cwd).map(
    (one) => one.split('\t')[0]!,
  )

/** Presses Tab in a real zsh on a terminal of zsh's own, and reads the line that came of it. */
const zsh: Ask = (cwd, line) => {
  const out = join(folder(), 'line')
  const driver = `zmodload zsh/zpty
    zpty shell "zsh -f -i"
    zpty -w shell 'PS1=; source <(dossier completion zsh); tell() { print -r -- "$BUFFER" > "$OUT.part"; mv "$OUT.part" "$OUT" }; zle -N tell; bindkey "^X" tell; : > $OUT.ready'
    for i in {1..400}; do [[ -e $OUT.ready ]] && break; zpty -r -t shell said; sleep 0.05; done
    zpty -w -n shell "$1"$'\\t\\C-x'
    for i in {1..400}; do [[ -e $OUT ]] && break; zpty -r -t shell said; sleep 0.05; done
    zpty -d shell`
  run('zsh', ['-f', '-c', driver, 'zsh', line], cwd, { OUT: out })
  return [readFileSync(out, 'utf8').replace(/\n$/, '')]
}

describe('bash', { timeout: 120_000 }, () => {
  test.for([
    ['dossier customer show gl', ['globex']],
    ['dossier customer sh', ['show']],
    ['dossier deal move ac', ['acme/pilot']],
    ['dossier deal move acme/pilot pro', ['proposal']],
    ['dossier set acme own', ['compopt -o nospace', 'owner=']],
    ['dossier set acme owner=a', ['ada']],
    ['dossier set acme tier=T', [String.raw`Top\ account`]],
    ['dossier set acme "tier=B', ['tier=B: rest']],
    ['dossier report run W', [String.raw`Weekly:\ Q3\'s\ top\ deals`]],
    ['dossier contact show jo@', ['@acme.example']],
    ['dossier import csv ', ['compopt -o default -o filenames']],
    ['dossier nonsense ', []],
  ] as const)('%s', ([line, expected]) => {
    expect(bash(tree(), line)).toEqual(expected)
  })

  test('outside a workspace: commands, and silence about the rest', () => {
    const root = nowhere()
    expect(bash(root, 'dossier customer sh')).toEqual(['show'])
    expect(bash(root, 'dossier customer show a')).toEqual([])
  })

  test('a workspace in disorder is no reason to speak', () => {
    const root = small({
      'workspace-setup/workspace.yaml': 'name: [Ours\n',
      'workspace-setup/fields.yaml': ': : :\n',
      'customers/workflows/lead-to-close.yaml': '- nonsense\n',
      'customers/acme/customer.md': new Uint8Array([0, 255]),
    })
    for (const line of [
      'dossier customer show ac',
      'dossier set acme stage=',
      'dossier deal move acme/pilot ',
      'dossier set acme t',
    ])
      expect(() => bash(root, line)).not.toThrow()
    expect(bash(root, 'dossier customer show ac')).toEqual(['acme'])
  })

  test('nothing is written', () => {
    const root = tree()
    mkdirSync(join(root, 'personal'))
    const before = snapshot(root)
    for (const line of ['dossier set acme stage=', 'dossier customer show ', 'dossier contact show jo@']) bash(root, line)
    expect(snapshot(root)).toBe(before)
  })
})

describe('zsh', { timeout: 120_000 }, () => {
  test.for([
    ['dossier customer show gl', 'dossier customer show globex '],
    ['dossier set acme own', 'dossier set acme owner='],
    ['dossier set acme tier=T', String.raw`dossier set acme tier=Top\ account `],
    ['dossier set acme "tier=B', 'dossier set acme "tier=B: rest" '],
    ['dossier report run W', String.raw`dossier report run Weekly:\ Q3\'s\ top\ deals `],
    ['dossier import csv cust', 'dossier import csv customers/'],
  ] as const)('%s', ([line, expected], { skip }) => {
    if (!isThere('zsh')) skip('there is no zsh here')
    expect(zsh(tree(), line)).toEqual([expected])
  })
})

describe('fish', { timeout: 120_000 }, () => {
  test.for([
    ['dossier customer show gl', ['globex']],
    ['dossier set acme own', ['owner=']],
    ['dossier set acme tier=', ['tier=B: rest', 'tier=Top account']],
    ['dossier set acme "tier=B', ['tier=B: rest']],
    ['dossier report run W', ["Weekly: Q3's top deals"]],
    ['dossier import csv cust', ['customers/']],
    ['dossier nonsense ', []],
  ] as const)('%s', ([line, expected], { skip }) => {
    if (!isThere('fish')) skip('there is no fish here')
    expect(fish(tree(), line)).toEqual(expected)
  })
})
