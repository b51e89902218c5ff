import type { Hands, Question } from './intake.ts'

/** A file's name as a shell takes it. */
export const quoted = (name: string) => (/^[\w@%+=:,./-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`)

/** The question whose it is, with the line that answers it. */
export function askCustomer(
  message: string,
  candidates: readonly string[],
  { file, known }: Pick<Hands, 'file' | 'known'>,
): Question {
  const [one = 'CUSTOMER'] = candidates
  const several = candidates.length > 1 ? ` (or ${candidates.slice(1, 6).join(', ')})` : ''
  const names = candidates.map((slug) => (known.nameOf(slug) === slug ? slug : `${slug} (${known.nameOf(slug)})`))
  const which = names.length > 0 ? `: ${names.slice(0, 6).join(', ')}` : ''
  return {
    message: `Which customer does it belong to${which}? ${message}.`,
    hint: `dossier intake ${quoted(file)} --customer ${one}${several}`,
    candidates: [...candidates],
  }
}
