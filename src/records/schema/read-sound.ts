import type { TeamFields } from '../kinds/fields.ts'
import { type KindName, type RecordOf, slugInPath } from '../kinds.ts'
import { once } from '../once.ts'
import type { Problem } from '../problem.ts'
import { readFrontMatter } from '../text/front-matter.ts'
import { readQuickly } from '../text/quick-yaml.ts'
import { parseOwn, withoutNulls } from './raw-values.ts'
import { type ReadRecord, readRecord } from './read-record.ts'
import { schemaOf, teamFieldsOf } from './schema-of.ts'
import { findTypos } from './typos.ts'

/** Reads a file as a record, as `readRecord` does; nearly all files are sound, and of those the places of values are worked out only when asked for. */
export const readSoundly = <K extends KindName>(kind: K, path: string, text: string, team?: TeamFields): ReadRecord<K> =>
  readSound(kind, path, text, team) ?? readRecord(kind, path, text, team)

/** What is known of a record whose text need not be looked at again: what it says, and what is wrong in it. */
type Known<K extends KindName> = { value?: RecordOf[K]; problems?: Problem[]; text: () => string }

/** A record that was read before; its text is asked for only where the running text or the place of a value is. */
export function knownRecord<K extends KindName>(kind: K, path: string, { value, problems, text }: Known<K>): ReadRecord<K> {
  const sheet = once(() => readFrontMatter(path, text()))
  return {
    kind,
    path,
    slug: slugInPath(path),
    ...(value && { value }),
    get body() {
      return bodyOf(path, text()) ?? text().slice(sheet().body)
    },
    get sheet() {
      return sheet()
    },
    problems: problems ?? [],
  }
}

function readSound<K extends KindName>(kind: K, path: string, text: string, team?: TeamFields): ReadRecord<K> | undefined {
  const yaml = yamlOf(path, text)
  const data = yaml === undefined || /^[<>]{7} /m.test(text) ? undefined : readQuickly(yaml)
  if (!data) return undefined
  const raw = withoutNulls(data) as Record<string, unknown>
  if (Object.hasOwn(raw, 'redirect')) return undefined
  for (const [name, { required }] of Object.entries(teamFieldsOf(kind, team)))
    if (required === 'always' && !Object.hasOwn(raw, name)) return undefined
  const schema = schemaOf(kind, team)
  const { data: value } = parseOwn(schema, raw)
  if (!value || findTypos(schema, raw).length > 0) return undefined
  return knownRecord(kind, path, { value: value as RecordOf[K], text: () => text })
}

const fenced = /(?<![^])---[ ]*\n([^]*?)^---[ \t]*(?:\n|$(?![^]))/m

/** The YAML of a file; undefined where its fences are not the usual ones. */
function yamlOf(path: string, text: string): string | undefined {
  if (/\.ya?ml$/i.test(path)) return text
  return text.startsWith('---') ? fenced.exec(text)?.[1] : undefined
}

/** The running text below the usual fences; undefined where they are not. */
function bodyOf(path: string, text: string): string | undefined {
  if (/\.ya?ml$/i.test(path)) return ''
  const head = text.startsWith('---') ? fenced.exec(text)?.[0] : undefined
  return head && text.slice(head.length)
}
