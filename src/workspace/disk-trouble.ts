import { Failure } from '../failure.ts'

/** What only the user can mend about a disk, by the system's code: what it is, and what to do. */
const troubles: Record<string, [message: string, hint: string]> = {
  ENOSPC: ['The disk is full', 'make room and run the command again'],
  EDQUOT: ['Your disk quota is used up', 'make room and run the command again'],
  EROFS: ['The disk is read-only', 'run the command in a copy you may write to'],
  EACCES: ['You have no permission to write here', 'ask the owner of the folder, or chmod u+w it'],
  EPERM: ['You have no permission to write here', 'ask the owner of the folder, or chmod u+w it'],
  ELOOP: ['A symbolic link leads back to itself', 'mend the link'],
  ENAMETOOLONG: ['The name is too long for this disk', 'choose a shorter name'],
}

/** The trouble behind an error, with its place; undefined when it is not the disk's. */
export function diskTrouble(error: unknown): { message: string; hint: string } | undefined {
  const said = find(error)
  const { path } = error as NodeJS.ErrnoException
  return said && { message: `${said[0]}${path ? ` (${path})` : ''}`, hint: said[1] }
}

/** What only the user can mend about the folder of a new workspace; anything else comes back as it was. */
export function explainDisk(cause: unknown, folder: string): unknown {
  const said = find(cause)
  if (!said) return cause
  return new Failure(`${said[0]}: ${folder} was not made a workspace.`, {
    hint: 'choose another folder, or mend that',
    exitCode: 2,
    cause,
  })
}

const find = (error: unknown) => troubles[(error as NodeJS.ErrnoException).code ?? '']
