import type { Offers } from '../../features/names/offers.ts'
import { plain } from '../terminal/plain.ts'
import type { Line } from './split-line.ts'

export const shells = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof shells)[number]

/** The answer as the shell's script reads it: what to do with it on the first line, then one name a line, quoted as that shell wants it. */
export function printOffers(shell: Shell, { names, rest }: Offers, line: Line): string {
  const fitting = names.filter(({ value }) => plain(value) === value && !/[\t\n]/.test(value))
  const told = fitting.map(({ value, about = '' }) => {
    const said = plain(about).replace(/\s+/g, ' ').trim()
    if (shell === 'bash') return forBash(value, line)
    if (shell === 'zsh') return `${value.replace(/[\\:]/g, '\\$&')}${said && `:${said}`}`
    return `${value}${said && `\t${said}`}`
  })
  return [rest, ...told].map((one) => `${one}\n`).join('')
}

/** Bash puts in what it is given, from the last of its breaks on, so quoting is ours. */
function forBash(value: string, { kept, quote }: Line): string {
  const rest = value.startsWith(kept) ? value.slice(kept.length) : value
  if (quote === '"') return rest.replace(/["\\$`]/g, '\\$&')
  if (quote === "'") return rest.replaceAll("'", "'\\''")
  return rest.replace(/[^\p{L}\p{N}\p{M}_./@:=+,%^-]/gu, '\\$&')
}
