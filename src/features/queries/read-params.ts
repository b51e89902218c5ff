import { Failure } from '../../failure.ts'
import { nearest } from '../../records/nearest.ts'
import type { Params } from '../../records/queries/fill-params.ts'

/** Reads what was given to a query as the kind of value it has otherwise. Throws a Failure (exit 2) that names the parameters there are. */
export function readParams(query: string, words: readonly string[], usual: Params): Params {
  const said = Object.entries(usual).map(([name, value]) => `${name}=${value}`)
  return Object.fromEntries(
    words.map((word): [string, string | number | boolean] => {
      const [, name = word, typed] = /^([^=]*)=([\s\S]*)$/.exec(word) ?? []
      if (typed === undefined || !Object.hasOwn(usual, name)) {
        const [like] = nearest(name, Object.keys(usual))
        const hint = like ? `did you mean ${like}=${typed ?? usual[like]}?` : `it takes ${said.join(', ')}`
        throw new Failure(
          typed === undefined ? `"${word}" gives no parameter a value.` : `The query ${query} has no parameter "${name}".`,
          { hint: said.length > 0 ? hint : 'it takes none; params: in its file would make some', exitCode: 2 },
        )
      }
      return [name, readTyped(name, typed.trim(), usual[name]!)]
    }),
  )
}

function readTyped(name: string, typed: string, usual: string | number | boolean): string | number | boolean {
  if (typeof usual === 'string') return typed
  const value = typeof usual === 'number' ? (/^-?(?:\d+\.?\d*|\.\d+)$/.test(typed) ? Number(typed) : undefined) : bools[typed]
  if (value !== undefined) return value
  const right = typeof usual === 'number' ? 'a number' : 'true or false'
  throw new Failure(`${name}: "${typed}" is not ${right}.`, { hint: `${name}=${usual}`, exitCode: 2 })
}

const bools: Record<string, boolean | undefined> = { true: true, yes: true, false: false, no: false }
