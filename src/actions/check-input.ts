import type * as z from 'zod'
import { Failure } from '../failure.ts'

/** The input as the action described it. Throws a Failure (exit 2), so that every door refuses in the same words. */
export function checkInput<I extends z.ZodObject>(
  { input: schema, name }: { input: I; name: string },
  input: unknown,
): z.infer<I> {
  const checked = schema.safeParse(input)
  if (checked.success) return checked.data
  const said = checked.error.issues.map(sayIssue)
  throw new Failure(`${said.join('; ')}.`, { hint: `dossier ${name} --help`, exitCode: 2 })
}

/** What is wrong with a value, and what would be right; what a schema says in words of its own stays. */
function sayIssue(issue: z.core.$ZodIssue): string {
  const name = issue.path.join('.')
  if (issue.message.endsWith('received undefined')) return `${name} is missing`
  const message = issue.code === 'invalid_value' ? `one of ${issue.values.join(', ')}` : sayExpected(issue)
  return name ? `${name}: ${message}` : message
}

function sayExpected(issue: z.core.$ZodIssue): string {
  if (!/^(?:Invalid input|Too small|Too big)\b/.test(issue.message)) return issue.message
  if (issue.code === 'invalid_type')
    return issue.expected === 'int' ? 'a whole number' : `${/^[aeio]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`
  if (issue.code === 'too_small') return `${issue.minimum} or more`
  return issue.code === 'too_big' ? `${issue.maximum} or less` : issue.message
}
