import type * as z from 'zod'
import { Failure } from '../failure.ts'

/** The input as the action described it. Throws a Failure (exit 2), so that every door refuses in the same words. */
export function checkInput<I extends z.ZodObject>(
  { input: schema, name }: { input: I; name: string },
  input: unknown,
): z.infer<I> {
  const checked = schema.safeParse(input)
  if (checked.success) return checked.data
  const said = checked.error.issues.map((issue) => {
    const message = issue.code === 'invalid_value' ? `one of ${issue.values.join(', ')}` : issue.message
    return issue.path.length > 0 ? `${issue.path.join('.')}: ${message}` : message
  })
  throw new Failure(`${said.join('; ')}.`, { hint: `dossier ${name} --help`, exitCode: 2 })
}
