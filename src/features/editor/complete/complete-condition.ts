import { functions, methods } from '../../../records/condition/functions.ts'
import { listBuiltIns } from '../../../records/condition/names.ts'
import type { Kind } from '../../../records/condition/step.ts'
import type { KindName } from '../../../records/kinds.ts'
import type { FieldPath } from '../../../records/plan.ts'
import { fieldAt, fieldsOf, keysAt, schemaOf } from '../../../records/schema/schema-of.ts'
import { namesFor } from '../../../workspace/scope.ts'
import { meaningOf } from '../find/field-meaning.ts'
import type { Blank, Cell } from '../text/cell.ts'
import type { Page } from '../text/open-page.ts'
import type { View } from '../view.ts'
import { completeNames } from './complete-names.ts'
import { choicesOf } from './offer.ts'
import type { Suggestion } from './suggestion.ts'

type Asked = { path: FieldPath; from: number; to: number; at: number }

const records = ['customer', 'deal', 'contact', 'activity'] as const

/** What a condition may say where somebody types: names, functions, keys behind a dot, values behind a comparison. */
export function completeCondition(view: View, page: Page, kind: KindName, { path, from, at }: Asked): Suggestion[] {
  const said = page.text.slice(from, at)
  const about = aboutOf(page, kind, path)
  const compared = /([A-Za-z_][\w.]*)\s*(?:==|!=|in)\s*\[?(?:[^\]]*,\s*)?"([^"]*)$/.exec(said)
  if (compared)
    return valuesFor(view, page, about, compared[1]!).map((word) => ({
      label: word,
      put: word,
      from: at - compared[2]!.length,
      to: at,
      is: 'choice',
    }))
  if ((said.match(/"/g)?.length ?? 0) % 2 === 1) return []
  const [, owner, word = ''] = /(?:([A-Za-z_][\w.]*)\.)?([A-Za-z_]\w*)?$/.exec(said)!
  const bind = (label: string, is: Suggestion['is'], detail: string, put = label): Suggestion => ({
    label,
    put,
    from: at - word.length,
    to: at,
    is,
    detail,
  })
  if (owner !== undefined || said.endsWith('.')) {
    const keys = owner === undefined ? [] : keysOf(view, about, owner.split('.'))
    return keys.length > 0
      ? keys.map((key) => bind(key, 'key', owner ?? ''))
      : [...methods.keys()].map((name) => bind(name, 'function', 'function', `${name}(`))
  }
  const builtIns = [...listBuiltIns(about, kind === 'query' ? 'where' : 'rule').keys()]
  const fields = (namesFor(view.team())[about] ?? []).filter((name) => !builtIns.includes(name) && name !== 'type')
  return [
    ...builtIns.map((name) => bind(name, 'choice', 'always there')),
    ...[...functions.keys(), 'has'].map((name) => bind(name, 'function', 'function', `${name}(`)),
    ...fields.map((name) => bind(name, 'key', `${about}.${name}`)),
  ]
}

/** What a condition is about: the nearest `about` says it; rules and territories know without. */
function aboutOf(page: Page, kind: KindName, path: FieldPath): Kind {
  const cells = page.cells()
  const isAt = (field: FieldPath) => (cell: Cell | Blank) => cell.is !== 'blank' && cell.path.join('\0') === field.join('\0')
  for (let depth = path.length - 1; depth >= 0; depth--) {
    const said = cells.find((cell) => cell.is === 'value' && cell.text !== '' && isAt([...path.slice(0, depth), 'about'])(cell))
    if (said?.is === 'value') return said.text as Kind
  }
  if (kind !== 'trigger') return kind === 'territories' ? 'customer' : 'deal'
  const rule = path.slice(0, path[0] === 'triggers' ? 2 : 1)
  return cells.some(isAt([...rule, 'keywords'])) ? 'activity' : 'customer'
}

/** The keys behind a dot: of a record, of `before` and `after`, or of a field that holds keys. */
function keysOf(view: View, about: Kind, owner: readonly string[]): readonly string[] {
  const [kind, rest] = splitOwner(about, owner)
  if (kind === 'task') return rest.length === 0 ? (namesFor().task ?? []) : []
  if (!isRecord(kind)) return []
  return rest.length === 0 ? Object.keys(fieldsOf(kind, view.team())) : keysAt(schemaOf(kind, view.team()), rest)
}

const isRecord = (kind: Kind): kind is (typeof records)[number] => (records as readonly Kind[]).includes(kind)

function splitOwner(about: Kind, [first = '', ...rest]: readonly string[]): [Kind, string[]] {
  if (first === 'before' || first === 'after') return [about, rest]
  const named = [...records, 'task' as const].find((kind) => kind === first)
  return named ? [named, rest] : [about, [first, ...rest]]
}

function valuesFor(view: View, page: Page, about: Kind, name: string): string[] {
  const [kind, field] = splitOwner(about, name.split('.'))
  if (!isRecord(kind) || field.length === 0) return []
  const meaning = meaningOf(kind, field, view.team())
  if (meaning === 'stage')
    return [
      ...new Set(
        view
          .workflows()
          .filter(({ value }) => value.about === kind)
          .flatMap(({ value }) => value.stages.map(({ id }) => id)),
      ),
    ]
  if (meaning === 'person' || meaning === 'customer' || meaning === 'workflow')
    return completeNames(view, page, meaning, field).map(({ value }) => String(value))
  return choicesOf(fieldAt(schemaOf(kind, view.team()), field)).map(({ value }) => String(value))
}
