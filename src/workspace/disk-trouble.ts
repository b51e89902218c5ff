/** What only the user can mend about a disk, by the system's code: what it is, and what to do. */
const troubles: Record<string, [message: string, hint: string]> = {
  ENOSPC: ['The disk is full', 'make room and run the command again'],
  EDQUOT: ['Your disk quota is used up', 'make room and run the command again'],
  EROFS: ['The disk is read-only', 'run the command in a copy you may write to'],
  EACCES: ['You have no permission to write here', 'ask the owner of the folder, or chmod u+w it'],
  EPERM: ['You have no permission to write here', 'ask the owner of the folder, or chmod u+w it'],
  ENAMETOOLONG: ['The name is too long for this disk', 'choose a shorter name'],
}

/** The trouble behind an error, with its place; undefined when it is not the disk's. */
export function diskTrouble(error: unknown): { message: string; hint: string } | undefined {
  const { code, path } = error as NodeJS.ErrnoException
  const said = troubles[code ?? '']
  return said && { message: `${said[0]}${path ? ` (${path})` : ''}`, hint: said[1] }
}
