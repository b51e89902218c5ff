import { Flags, type Interfaces } from '@oclif/core'
import * as z from 'zod'

/** Flags for an action's input. They only name and collect; `perform` checks, so that every door refuses in the same words. */
export const flagsOf = (input: z.ZodObject, ...except: string[]): Interfaces.FlagInput =>
  Object.fromEntries(
    Object.entries(input.shape)
      .filter(([name]) => !except.includes(name))
      .map(([name, field]) => [name, flagOf(field as z.ZodType)]),
  )

function flagOf(field: z.ZodType) {
  const summary = field.description ?? ''
  const bare = field instanceof z.ZodOptional || field instanceof z.ZodDefault ? (field.unwrap() as z.ZodType) : field
  if (bare instanceof z.ZodBoolean) return Flags.boolean({ summary })
  if (bare instanceof z.ZodEnum) return Flags.string({ summary: `${summary} One of ${bare.options.join(', ')}.` })
  if (bare instanceof z.ZodArray) return Flags.string({ summary, multiple: true })
  return Flags.string({ summary })
}
