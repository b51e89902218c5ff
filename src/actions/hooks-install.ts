import * as z from 'zod'
import { Failure } from '../failure.ts'
import { findHook, putHook, readHook } from '../workspace/hooks/hook-file.ts'
import { checkLine, withCheck } from '../workspace/hooks/hook-text.ts'
import { gitOf } from '../workspace/place.ts'
import { asking } from './action.ts'

export default asking({
  name: 'hooks install',
  summary: 'Let git check what is staged before each commit.',
  effect: 'write',
  input: z.object({}),
  async run(_, session) {
    const place = session.place()
    const path = await findHook(place)
    const hook = readHook(path)
    const { prefix } = gitOf(place)
    const text = withCheck(hook, prefix)
    if (text === undefined)
      throw new Failure(`${path} is a hook of your own; it was left as it is.`, {
        hint: `add this line to it: ${checkLine(prefix)}`,
        exitCode: 2,
        path,
      })
    if (text !== hook) putHook(path, text)
    return { path, installed: text !== hook }
  },
})
