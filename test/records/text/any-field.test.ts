import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { Failure } from '../../../src/failure.ts'
import { addToList, removeFromList } from '../../../src/records/text/list-item.ts'
import { setField } from '../../../src/records/text/set-field.ts'
import { allFeatures, anyFile, anyValue, type MadeFile } from './any-front-matter.ts'

type Data = Record<string, unknown>

const dataOf = ({ entries }: MadeFile): Data => Object.fromEntries(entries.map(({ key, value }) => [key, value]))

/** What a second, simpler reader finds in the changed file. */
function readAgain({ path, tail }: MadeFile, changed: string): Data {
  expect(changed.endsWith(tail), 'the body stays').toBe(true)
  const yaml = path.endsWith('.yaml') ? changed : (/^\uFEFF?---\r?\n([\s\S]*?)^---\r?$/m.exec(changed)?.[1] ?? '')
  return (parse(yaml, { maxAliasCount: 100 }) ?? {}) as Data
}

const join = (part: { text: string }[]) => part.map((run) => run.text).join('')

/** The lines of all other entries, and those of nobody, stand before and after the change as they did. */
function staysAround({ text, head, runs, tail, eol }: MadeFile, changed: string, key: string) {
  const at = runs.findIndex((run) => run.key === key)
  if (at >= 0) {
    expect(changed.startsWith(head + join(runs.slice(0, at))), 'what stands above').toBe(true)
    expect(changed.endsWith(join(runs.slice(at + 1)) + tail), 'what stands below').toBe(true)
    return
  }
  let same = 0
  while (same < text.length && text[same] === changed[same]) same++
  const rest = text.slice(same)
  const isOnlyMore =
    changed.endsWith(rest) ||
    changed.endsWith(text.slice(same - eol.length)) ||
    changed.endsWith(text.slice(same - eol.length - 1))
  expect(isOnlyMore, 'nothing is lost where a key is new').toBe(true)
}

const field = fc.record({ at: fc.nat(7), isNew: fc.nat(3), below: fc.nat(3), key: fc.constantFrom('p', 'r', 'fresh') })
type Pick = { at: number; isNew: number; below: number; key: string }

/** A present or an absent field, at the top or below a map, an empty value, nothing. */
function pick({ entries }: MadeFile, { at, isNew, below, key }: Pick): string[] {
  const entry = isNew === 0 ? undefined : entries[at % Math.max(1, entries.length)]
  const top = entry?.key ?? 'fresh'
  const hasRoom = !entry || entry.value === null || (typeof entry.value === 'object' && !Array.isArray(entry.value))
  const isAlias = entry?.lines[0]?.includes(': *')
  return below === 0 && hasRoom && !isAlias ? [top, key] : [top]
}

function withValue(data: Data, [key, ...rest]: string[], value: unknown): Data {
  const next = rest.length === 0 ? value : withValue((data[key!] ?? {}) as Data, rest, value)
  return { ...data, [key!]: next }
}

const mustRefuse = ({ features, entries }: MadeFile, [top]: string[]) =>
  features.includes('duplicate key') || entries.some(({ key, repeated }) => key === top && repeated)

test('setting any field of any record changes only that value', () => {
  const seen = new Map<string, number>(allFeatures.map((feature) => [feature, 0]))
  let refused = 0
  fc.assert(
    fc.property(anyFile, field, anyValue, (file, where, value) => {
      for (const feature of file.features) seen.set(feature, seen.get(feature)! + 1)
      const path = pick(file, where)
      const before = dataOf(file)
      const expected = withValue(before, path, value)
      const change = () => setField(file.path, file.text, path, value)
      const isSame =
        JSON.stringify(path.reduce<unknown>((at, key) => (at as Data | null)?.[key], before)) === JSON.stringify(value)
      if (mustRefuse(file, path) && !(isSame && !file.features.includes('duplicate key'))) {
        refused++
        expect(change).toThrow(Failure)
        return
      }
      const changed = change()
      expect(readAgain(file, changed)).toStrictEqual(expected)
      staysAround(file, changed, path[0]!)
      expect(setField(file.path, changed, path, value), 'the second time changes nothing').toBe(changed)
    }),
    { numRuns: 3000, seed: 20_260_301 },
  )
  console.log(`refused ${refused} of 3000; ${[...seen].map(([feature, count]) => `${feature} ${count}`).join(', ')}`)
  expect([...seen].filter(([, count]) => count === 0)).toEqual([])
})

test('taking any field away takes only its lines', () => {
  fc.assert(
    fc.property(anyFile, field, (file, where) => {
      const path = pick(file, { ...where, below: 1 })
      const change = () => setField(file.path, file.text, path, undefined)
      if (mustRefuse(file, path)) {
        expect(change).toThrow(Failure)
        return
      }
      const { [path[0]!]: _, ...expected } = dataOf(file)
      const { head, runs, tail, eol } = file
      const left =
        head +
        runs
          .filter(({ key }) => key !== path[0])
          .map((run) => run.text)
          .join('') +
        tail
      const changed = change()
      expect(readAgain(file, changed)).toStrictEqual(expected)
      expect([left, left.slice(0, -eol.length)]).toContain(changed)
    }),
    { numRuns: 1000, seed: 20_260_301 },
  )
})

test('what was added to any list and removed again leaves the file as it was', () => {
  fc.assert(
    fc.property(anyFile, field, (file, where) => {
      const path = pick(file, { ...where, below: 1 })
      const old = dataOf(file)[path[0]!]
      if (mustRefuse(file, path) || !Array.isArray(old)) return
      const more = addToList(file.path, file.text, path, 'a new one')
      expect(readAgain(file, more)).toStrictEqual({ ...dataOf(file), [path[0]!]: [...old, 'a new one'] })
      staysAround(file, more, path[0]!)
      const entry = file.entries.find(({ key }) => key === path[0])!
      if (old.length > 0 && !entry.lines[0]!.includes(': *'))
        expect(removeFromList(file.path, more, path, 'a new one')).toBe(file.text)
    }),
    { numRuns: 1000, seed: 20_260_301 },
  )
})
