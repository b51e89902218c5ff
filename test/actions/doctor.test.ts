import { expect, test } from 'vitest'
import { ask } from '../../src/actions/ask.ts'
import doctor from '../../src/actions/doctor.ts'
import reindex from '../../src/actions/reindex.ts'
import { openSession } from '../../src/session/open.ts'
import { gitEnv, workspace } from '../helpers/workspace.ts'

const files = {
  'workspace-setup/workspace.yaml': 'name: Test\ncurrency: EUR\ntimezone: UTC\n',
  'workspace-setup/people/ada.yaml': 'name: Ada\nemails: [ada@example.test]\n',
  'customers/acme/customer.md': '---\nname: Acme\nowner: ada\n---\n',
  'customers/acme/contacts/jo.md': '---\nname: Jo\nemail: jo@acme.test\n---\n',
  'customers/acme/activities/2026-11-10-1000-call-plans-bbbb.md':
    '---\ntype: call\ndate: 2026-11-10T10:00:00Z\nsubject: Plans\nparticipants: [jo]\n---\n',
  'customers/globex/customer.md': '---\nname: Globex\n---\n',
}
const examine = (root: string) => {
  const session = () => openSession({ cwd: root, env: { ...gitEnv, DOSSIER_NOW: '2026-11-21T10:00:00Z' } })
  return { look: () => ask(doctor, {}, session()), index: () => ask(reindex, {}, session()) }
}
const about = ({ findings }: Awaited<ReturnType<ReturnType<typeof examine>['look']>>, name: string) =>
  findings.find((finding) => finding.about === name)

test('says who one is, what the index knows, and how fresh the data is', async () => {
  const { look, index } = examine(workspace(files))
  const before = await look()
  expect(about(before, 'you')).toMatchObject({ well: true, said: 'Ada (ada), committing as Ada <ada@example.test>' })
  expect(about(before, 'index')?.said).toMatch(/none yet, of 6 files/)
  expect(before.freshness).toMatchObject({
    customers: 2,
    within: [{ customers: 0 }, { customers: 1 }, { customers: 1 }],
    never: 1,
    middle: 11,
  })
  expect(await index()).toMatchObject({ files: 6, read: 6, gone: 0, texts: 6 })
  expect(about(await look(), 'index')?.said).toMatch(/knows (all )?\d/)
})

test('says what is not well, and what would mend it', async () => {
  const { look } = examine(workspace({ ...files, 'workspace-setup/people/ada.yaml': 'name: Ben\n' }))
  expect(about(await look(), 'you')).toMatchObject({ well: false, mend: 'dossier me PERSON' })
})
