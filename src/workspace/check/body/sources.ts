import { sayPath } from '../../../records/schema/say-issue.ts'
import type { Kept } from '../../records.ts'
import { type Found, textsAt } from '../found.ts'
import type { Known } from '../known.ts'
import { isSource, isTreePath } from './lead-to.ts'

/** Fields that say where something stands; only what is written as a path is looked up. */
const fields: Partial<Record<Kept['kind'], string[]>> = {
  activity: ['source'],
  document: ['source'],
  contact: ['consent.source'],
  deal: ['meddpicc.*.evidence'],
}

/** Sources and evidence that are paths and lead nowhere. */
export const judgeSources = ({ kind, value, path }: Kept, known: Known): Found[] =>
  (fields[kind] ?? []).flatMap((field) =>
    textsAt(value, field.split('.')).flatMap(([at, text]): Found[] => {
      if (!isTreePath(text) || isSource(text, path, known)) return []
      const message = `${sayPath(at)}: ${text} is not there.`
      return [
        {
          code: 'source-missing',
          field: at,
          message,
          expected: 'the path from the root, such as customers/acme/activities/….md',
        },
      ]
    }),
  )
