import { Failure } from '../../../failure.ts'
import { type Condition, compileExpression } from '../../../records/condition/compile.ts'
import { evaluateValue } from '../../../records/condition/evaluate.ts'
import { nearest } from '../../../records/nearest.ts'
import { isRefusal } from '../values/refusal.ts'
import type { Notes } from './collect-notes.ts'
import type { Gathered } from './gathered.ts'
import type { Overlaid } from './overlay-map.ts'
import type { Parts } from './parts.ts'

/** A field that a map computes, ready to be asked of each row. */
export type Computed = { field: string; part: string; expression: Condition }

type Known = { headings: string[]; elsewhere: readonly string[]; parts: Parts }

/** Compiles what a map computes; throws a Failure (exit 2) at its place for what cannot be. */
export function compileValues(map: Overlaid, { headings, elsewhere, parts }: Known): Computed[] {
  return Object.entries(map.values ?? {}).flatMap(([field, text]) => {
    const line = map.lines('values', field)
    const compile = (row: string[]) =>
      compileExpression(text, { about: 'row', names: { row }, clock: 'rule', path: map.path, line })
    const { condition, problems } = compile(headings)
    if (!condition) {
      if (elsewhere.length > 0 && compile([...headings, ...elsewhere]).condition) return []
      const { message, expected } = problems[0]!
      throw new Failure(`${map.path}:${problems[0]!.line} values: ${field}: ${message}`, {
        ...(expected ? { hint: expected } : {}),
        exitCode: 2,
        path: map.path,
        line: problems[0]!.line,
      })
    }
    return [{ field, part: knownPart(field, parts, map, line), expression: condition }]
  })
}

/** The part that a word of a map means; throws a Failure (exit 2) for a field there is not. */
export function knownPart(word: string, parts: Parts, map: Overlaid, line: number): string {
  const part = parts.meant(word)
  if (part !== undefined) return part
  const near = nearest(word, parts.words)
  throw new Failure(`${map.path}:${line} names the field "${word}", which such rows do not have.`, {
    hint: `the nearest: ${(near.length > 0 ? near : parts.words.slice(0, 12)).join(', ')}`,
    exitCode: 2,
    path: map.path,
    line,
  })
}

/** Works out the computed fields of a row, over what its columns said. One that goes wrong leaves what its column said, and a note. */
export function computeValues(
  computed: Computed[],
  at: Gathered,
  row: Record<string, string>,
  how: { today: string; notes: Notes; put: (part: string, value: unknown) => unknown },
): void {
  for (const { field, part, expression } of computed) {
    const { value, wrong } = evaluateValue(expression, { row, today: how.today })
    if (wrong) {
      how.notes.add(at.line, undefined, `${field} cannot be worked out: ${wrong}`)
      continue
    }
    const before = at.parts[part]
    const money = at.money[part]
    delete at.parts[part]
    delete at.money[part]
    if (value === null || value === '') continue
    const put = how.put(part, value)
    if (!isRefusal(put)) continue
    if (before !== undefined) at.parts[part] = before
    if (money) at.money[part] = money
    how.notes.add(
      at.line,
      undefined,
      `${field} comes out as ${JSON.stringify(value)?.slice(0, 60)}, which ${put.refused || 'does not fit'}`,
    )
  }
}
