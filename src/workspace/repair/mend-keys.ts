import { distance } from 'fastest-levenshtein'
import { isScalar } from 'yaml'
import type { KindName } from '../../records/kinds.ts'
import type { FieldPath } from '../../records/plan.ts'
import { valueAt } from '../../records/schema/raw-values.ts'
import { sayPath } from '../../records/schema/say-issue.ts'
import { fieldAt, keysAt, schemaOf } from '../../records/schema/schema-of.ts'
import { findTypos } from '../../records/schema/typos.ts'
import type { FrontMatter } from '../../records/text/front-matter.ts'
import { foldWord, onlyOne } from './fold.ts'
import type { MendKnown } from './known.ts'
import { becomes, pairAt } from './leaves.ts'
import type { Fix } from './mend.ts'
import { besideOf } from './mend-values.ts'
import { convertValue } from './values/convert-value.ts'

/** Keys that are a slip of the hand for a known one that is absent: one key comes nearest, what stands behind fits it, and nothing else is meant for it. */
export function mendKeys(kind: KindName, sheet: FrontMatter, known: MendKnown): Fix[] {
  const schema = schemaOf(kind, known.team)
  const beside = besideOf(sheet, known)
  const found = findTypos(schema, sheet.data).flatMap(({ path }) => {
    const meant = meantBy(path, keysAt(schema, path.slice(0, -1)), valueAt(sheet.data, path.slice(0, -1)))
    return meant === undefined ? [] : [{ path, to: [...path.slice(0, -1), meant] }]
  })
  const targets = found.map(({ to }) => to.join('\0'))
  return found.flatMap(({ path, to }): Fix[] => {
    const isOnly = targets.filter((target) => target === to.join('\0')).length === 1
    const key = pairAt(sheet, path)?.key
    if (!isOnly || !isScalar(key) || !key.range || !fits(to, valueAt(sheet.data, path))) return []
    const changes = [{ from: sheet.from + key.range[0], to: sheet.from + key.range[1], put: to.at(-1)! }]
    if (!becomes(sheet, changes, renamed(sheet.data, path, to.at(-1)!))) return []
    return [{ code: 'unknown-key-typo', said: `${sayPath(path)} → ${sayPath(to)}`, changes }]
  })

  function fits(field: FieldPath, value: unknown): boolean {
    const type = fieldAt(schema, field)
    if (!type) return false
    const isOne = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    return type.schema.safeParse(value).success || (isOne && convertValue(type, value, String(value), beside) !== undefined)
  }
}

/** The absent key that one was meant to be: the same but for case and signs, else the single nearest within two letters. */
function meantBy(path: FieldPath, keys: readonly string[], beside: unknown): string | undefined {
  const key = path.at(-1)!
  const absent = keys.filter((name) => !Object.hasOwn(beside as object, name))
  const same = onlyOne(absent.filter((name) => foldWord(name) === foldWord(key)))
  if (same !== undefined) return same
  if (key.length < 4) return undefined
  const near = absent.map((name) => ({ name, away: slips(key.toLowerCase(), name.toLowerCase()) }))
  const least = Math.min(...near.map(({ away }) => away))
  return least > (key.length < 5 ? 1 : 2) ? undefined : onlyOne(near.filter(({ away }) => away === least).map(({ name }) => name))
}

const lettersIn = (word: string) => Array.from(word).sort().join('')

/** Letters that differ; two that changed places are one slip. */
const slips = (a: string, b: string) =>
  a.length === b.length && distance(a, b) === 2 && lettersIn(a) === lettersIn(b) ? 1 : distance(a, b)

function renamed(data: unknown, [key, ...rest]: FieldPath, to: string): unknown {
  if (Array.isArray(data)) return data.map((item, n) => (String(n) === key ? renamed(item, rest, to) : item))
  return Object.fromEntries(
    Object.entries(data as object).map(([name, value]) =>
      name !== key ? [name, value] : rest.length === 0 ? [to, value] : [name, renamed(value, rest, to)],
    ),
  )
}
