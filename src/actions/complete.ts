import * as z from 'zod'
import { offerNames } from '../features/names/offer-names.ts'
import { asking } from './action.ts'

export default asking({
  name: 'complete',
  summary: 'Name what may be typed at a place of a command line.',
  effect: 'read',
  input: z.object({
    command: z.string().describe('The command, such as deal move.'),
    of: z.string().describe('The argument or flag whose value is typed, such as stage.'),
    typed: z.string().default('').describe('What is typed of the value so far.'),
    given: z.record(z.string(), z.string()).default({}).describe('The arguments and flags before it.'),
  }),
  run: async (asked, session) => offerNames(session.place(), asked, { me: () => session.me() }),
})
