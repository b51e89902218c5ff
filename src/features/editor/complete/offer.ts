import type { FieldType } from '../../../records/schema/schema-of.ts'
import type { Suggestion } from './suggestion.ts'

/** A value before it is bound to its place: the word, and what is known of it. */
export type Offer = Pick<Suggestion, 'is' | 'detail' | 'about' | 'match'> & { value: unknown; label?: string }

/** The choices of a schema: words of a list, true and false, and those of what may be one or the other. */
export function choicesOf(type: FieldType | undefined): Offer[] {
  if (type?.is === 'boolean') return [true, false].map((value) => ({ value, is: 'choice' }))
  if (type?.is === 'list' && type.item) return choicesOf(type.item)
  if (type?.is === 'either') return (type.either ?? []).flatMap(choicesOf)
  return (type?.values ?? []).map((value) => ({ value, is: 'choice', detail: type?.description }))
}
