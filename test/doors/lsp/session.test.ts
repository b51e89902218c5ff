import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tree } from '../../features/editor/tree.ts'
import { folder, git, workspace } from '../../helpers/workspace.ts'
import { startServer } from './client.ts'
import { playSession } from './play-session.ts'
import { quietEnv } from './quiet-env.ts'

const file = join(import.meta.dirname, 'session.md')

test('the session of a real editor, said again, is answered as it was', { timeout: 180_000 }, async () => {
  const session = readFileSync(file, 'utf8')
  const [root, outside] = [workspace(tree), folder()]
  const client = startServer(outside, quietEnv)
  const told = await playSession(
    session,
    client,
    { '<root>': root, '<outside>': outside },
    Boolean(process.env['UPDATE_SESSION']),
  )
  expect(await client.ended).toEqual({ err: '', code: 0 })
  expect(git(root, 'status', '--porcelain', '-uall')).toBe(
    ' M customers/acme/contacts/jo-park.md\n?? customers/acme/contacts/jo-parker.md\n',
  )
  if (process.env['UPDATE_SESSION']) writeFileSync(file, told)
  else expect(told.split('\n')).toEqual(session.split('\n'))
})
