import { Failure } from '../../failure.ts'
import { email as address } from '../../records/kinds/field-types.ts'

/** Who commits: as git knows people. */
export type Author = { name: string; email: string }

/** Reads `Ada Lovelace <ada@example.com>`. Throws a Failure with the right shape when it is anything else. */
export function readAuthor(said: string): Author {
  const [, name = '', email = ''] = /^([^<>\n\0]*)<([^<>]*)>\s*$/.exec(said.trim()) ?? []
  const author = {
    name: name
      .trim()
      .replace(/^(["'])(.*)\1$/, '$2')
      .trim(),
    email: email.trim(),
  }
  // Git drops these at the ends of a name, and refuses one that holds nothing else.
  if (/[^\s.,:;<>"\\']/.test(author.name) && address.safeParse(author.email).success) return author
  throw new Failure(`"${said}" is not a name and an e-mail address; nothing was written.`, {
    hint: '--as "Ada Lovelace <ada@example.com>"',
    exitCode: 2,
  })
}
