import * as z from 'zod'
import { rememberMe } from '../workspace/git/identity.ts'
import { asking } from './action.ts'

export default asking({
  name: 'me',
  summary: 'Say, or set for this clone, which of the team you are.',
  effect: 'write',
  input: z.object({
    person: z.string().optional().describe('Who you are: slug, alias or e-mail of a person in workspace-setup/people.'),
  }),
  async run({ person }, session) {
    const people = session.people()
    const me = person === undefined ? await session.needMe() : people.need(person)
    if (person !== undefined) await rememberMe(session.place(), me)
    return { me, name: people.nameOf(me), set: person !== undefined }
  },
})
