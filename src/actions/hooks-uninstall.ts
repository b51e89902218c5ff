import * as z from 'zod'
import { findHook, putHook, readHook } from '../workspace/hooks/hook-file.ts'
import { withoutCheck } from '../workspace/hooks/hook-text.ts'
import { gitOf } from '../workspace/place.ts'
import { asking } from './action.ts'

export default asking({
  name: 'hooks uninstall',
  summary: 'Take away what hooks install wrote.',
  effect: 'write',
  input: z.object({}),
  async run(_, session) {
    const place = session.place()
    const path = await findHook(place)
    const hook = readHook(path)
    const text = hook === null ? undefined : withoutCheck(hook, gitOf(place).prefix)
    if (text !== undefined) putHook(path, text)
    return { path, uninstalled: text !== undefined }
  },
})
