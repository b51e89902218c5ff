import { Failure } from '../../failure.ts'

const words: Record<string, string> = {
  ENOSPC: 'The disk is full',
  EDQUOT: 'Your disk quota is used up',
  EROFS: 'The disk is read-only',
  EACCES: 'You have no permission to write there',
  EPERM: 'You have no permission to write there',
  ELOOP: 'A symbolic link leads back to itself',
  ENAMETOOLONG: 'The name is too long for this disk',
}

/** What only the user can mend about the folder of a new workspace; anything else comes back as it was. */
export function explainDisk(cause: unknown, folder: string): unknown {
  const said = words[(cause as NodeJS.ErrnoException).code ?? '']
  if (!said) return cause
  return new Failure(`${said}: ${folder} was not made a workspace.`, {
    hint: 'choose another folder, or mend that',
    exitCode: 2,
    cause,
  })
}
