import type { Names } from '../condition/names.ts'
import { type About, abouts } from '../kinds/query.ts'
import type { KnownFields } from './known-fields.ts'

/** Compiles with the fields that are known; where one is lost, once more with the keys that records of that kind have besides. */
export function compileSeeing<T>(
  known: KnownFields,
  seen: (kind: About) => readonly string[],
  compile: (known: KnownFields) => T,
  messagesOf: (compiled: T) => readonly string[],
): T {
  let names = known.names
  let compiled = compile(known)
  for (const looked = new Set<About>(); ; ) {
    const lost = kindsLost(messagesOf(compiled)).filter((kind) => kind !== 'task' && !looked.has(kind))
    if (lost.length === 0) return compiled
    for (const kind of lost) {
      looked.add(kind)
      names = withSeen(names, kind, seen(kind))
    }
    compiled = compile({ ...known, names })
  }
}

const kindsLost = (messages: readonly string[]): About[] => {
  const said = messages.flatMap((message) => /^There is no ".*" in an? (\w+)\.$/.exec(message)?.[1] ?? [])
  return abouts.filter((kind) => said.includes(kind))
}

const withSeen = (names: Names, kind: About, keys: readonly string[]): Names => ({
  ...names,
  [kind]: [...new Set([...(names[kind] ?? []), ...keys])],
})
