import type { KindName } from '../../../records/kinds.ts'
import type { FieldPath } from '../../../records/plan.ts'
import { type FieldType, fieldAt, schemaOf } from '../../../records/schema/schema-of.ts'
import { renderInline } from '../../../records/text/render-value.ts'
import { meaningOf, schemaPath } from '../find/field-meaning.ts'
import type { Cell } from '../text/cell.ts'
import { lineStart } from '../text/line.ts'
import type { Page } from '../text/open-page.ts'
import type { View } from '../view.ts'
import { completeCondition } from './complete-condition.ts'
import { completeKey } from './complete-key.ts'
import { completeNames } from './complete-names.ts'
import { choicesOf, type Offer } from './offer.ts'
import { offerDays } from './offer-days.ts'
import { offerWordsInUse } from './offer-words.ts'
import type { Suggestion } from './suggestion.ts'

type Asked = { path: FieldPath; from: number; to: number; typed: string; quote?: Cell['quote']; at: number }

/** The values a field may have: the choices of its schema, names of other records, days, words in use; below a map, its keys. */
export async function completeValue(view: View, page: Page, kind: KindName, asked: Asked): Promise<Suggestion[]> {
  const { path, quote } = asked
  const type = fieldAt(schemaOf(kind, view.team()), schemaPath(kind, path))
  const meaning =
    meaningOf(kind, path, view.team()) ?? (type?.is === 'list' ? meaningOf(kind, [...path, '0'], view.team()) : undefined)
  if (meaning === 'condition') return completeCondition(view, page, kind, asked)
  if (quote === 'block' || page.text.slice(asked.from, asked.to).includes('\n')) return []
  const offers = meaning
    ? completeNames(view, page, meaning, path)
    : [...choicesOf(type), ...offerDays(view, type, asked.typed), ...(await offerWordsInUse(view, kind, path, type))]
  const keys = holdsKeys(type) && beginsLine(page, asked) ? completeKey(view, page, kind, { ...asked, isBare: true }) : []
  return [...offers.map((offer) => bind(page, asked, type, offer)), ...keys]
}

/** Below `meddpicc:` a word that begins a line is the beginning of a key. */
const beginsLine = ({ text }: Page, { from }: Asked) => /^\s*(?:- *)*$/.test(text.slice(lineStart(text, from), from))

const holdsKeys = (type: FieldType | undefined): boolean => type?.is === 'map' || (type?.either ?? []).some(holdsKeys)

/** A space goes between the colon and the value; a list whose first item is typed gets its brackets. */
function bind({ text }: Page, { typed, quote, at, ...span }: Asked, type: FieldType | undefined, offer: Offer): Suggestion {
  const { value, label = String(value), ...said } = offer
  const [from, to] = typed === '' ? [at, at] : [span.from, span.to]
  const isList = type?.is === 'list' && !quote
  const before = text[from - 1]
  const space = typed === '' && !quote && (before === ':' || before === '-' || before === ',') ? ' ' : ''
  const isFlow = /[[{,]/.test(before ?? '') || /[[{][^\]}\n]*$/.test(text.slice(Math.max(0, from - 200), from))
  const word = quote ? String(value) : renderInline(value, { inFlow: isFlow || isList })
  return { ...said, label, put: `${space}${isList ? `[${word}]` : word}`, from, to }
}
