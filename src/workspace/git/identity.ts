import { Failure } from '../../failure.ts'
import type { Place } from '../place.ts'
import { git, mustGit } from './run.ts'

/** What git's configuration says that we go by. */
export type GitConfig = { name?: string; email?: string; sign: boolean; me?: string }

/** Reads all of git's settings we need in one question. */
export async function readConfig(place: Place): Promise<GitConfig> {
  const { out } = await git(place, ['config', '-z', '--get-regexp', '^(user\\.(name|email)|commit\\.gpgsign|dossier\\.me)$'])
  const said = new Map(
    out
      .split('\0')
      .filter(Boolean)
      .map((entry) => [entry.slice(0, entry.indexOf('\n')).toLowerCase(), entry.slice(entry.indexOf('\n') + 1)] as const),
  )
  const name = place.env.GIT_AUTHOR_NAME ?? said.get('user.name')
  const email = place.env.GIT_AUTHOR_EMAIL ?? said.get('user.email')
  const me = said.get('dossier.me')
  const sign = /^(true|yes|on|1)$/i.test(said.get('commit.gpgsign') ?? '')
  return { sign, ...(name && { name }), ...(email && { email }), ...(me && { me }) }
}

/** Every change has an author. Throws a Failure with the two lines to paste, and another way if there is one, when git knows none. */
export function needIdentity({ name, email }: GitConfig, otherwise?: string): { name: string; email: string } {
  if (name && email) return { name, email }
  throw new Failure('Git does not know who you are, so nothing was written. Paste these two lines with your own name:', {
    hint: [
      'git config --global user.name "Ada Lovelace"',
      'git config --global user.email ada@example.com',
      ...(otherwise ? [otherwise] : []),
    ].join('\n    '),
    exitCode: 2,
  })
}

/** Remembers, for this clone only, which of the team its user is. */
export const rememberMe = (place: Place, slug: string): Promise<string> =>
  mustGit(place, ['config', '--local', 'dossier.me', slug])
