const begin = '#!/bin/sh'
const mark = '# Written by dossier hooks install; dossier hooks uninstall takes it away. git commit --no-verify goes around it.'
const absent =
  'command -v dossier >/dev/null 2>&1 || { echo "dossier is not on the PATH, so this commit was not checked." >&2; exit 0; }'

/** The line that judges what a commit will hold. `prefix` leads from the top of the repository to the workspace. */
export const checkLine = (prefix: string): string =>
  `said=$(dossier check --staged${prefix ? ` --cwd '${prefix.replaceAll("'", "'\\''")}'` : ''}) || { echo "$said" >&2; exit 1; }`

/** The hook with our line in it; undefined where another wrote it and it does not ask us. */
export function withCheck(hook: string | null, prefix: string): string | undefined {
  const line = checkLine(prefix)
  if (hook === null) return `${[begin, mark, absent, line].join('\n')}\n`
  if (linesOf(hook).includes(line)) return hook
  return isOurs(hook) ? `${hook.replace(/\n*$/, '\n')}${line}\n` : undefined
}

/** The hook without our line: null where nothing else is left of it, undefined where our line is not in it. */
export function withoutCheck(hook: string, prefix: string): string | null | undefined {
  const lines = linesOf(hook)
  const line = checkLine(prefix)
  if (!isOurs(hook) || !lines.includes(line)) return undefined
  const left = lines.filter((one) => one !== line)
  if (left.some((one) => one.startsWith('said=$(dossier check --staged'))) return left.join('\n')
  const others = left.filter((one) => one !== mark && one !== absent)
  return others.every((one) => one === begin || one.trim() === '') ? null : others.join('\n')
}

const isOurs = (hook: string) => linesOf(hook).includes(mark)
const linesOf = (hook: string) => hook.split(/\r?\n/)
