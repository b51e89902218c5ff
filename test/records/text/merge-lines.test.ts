import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeLines } from '../../../src/records/text/merge-lines.ts'

const merges = (base: string, ours: string, theirs: string, text: string) => () => {
  expect(mergeLines({ base, ours, theirs })).toEqual({ clean: true, text })
  expect(mergeLines({ base, ours: theirs, theirs: ours })).toEqual({ clean: true, text })
}
const conflicts =
  (base: string, ours: string, theirs: string, ...found: [number, string, string][]) =>
  () => {
    const said = found.map(([line, mine, other]) => ({ line, ours: mine, theirs: other }))
    expect(mergeLines({ base, ours, theirs })).toEqual({ clean: false, conflicts: said })
  }

test('neighbours', merges('a: 1\nb: 2\nc: 3\n', 'a: 9\nb: 2\nc: 3\n', 'a: 1\nb: 8\nc: 3\n', 'a: 9\nb: 8\nc: 3\n'))
test('every other line', merges('a\nb\nc\nd\n', 'A\nb\nC\nd\n', 'a\nB\nc\nD\n', 'A\nB\nC\nD\n'))
test('a line beside one that went', merges('a\nb\nc\n', 'a\nc\n', 'a\nb\nC\n', 'a\nC\n'))
test('a line beside one that came', merges('a\nb\n', 'a\nx\nb\n', 'a\nB\n', 'a\nx\nB\n'))
test('a key changed, a key added below it', merges('a: 1\n---\n', 'a: 2\n---\n', 'a: 1\nb: 1\n---\n', 'a: 2\nb: 1\n---\n'))
test('the same change', merges('a\nb\n', 'x\nb\n', 'x\nb\n', 'x\nb\n'))
test('the same line added, and one more elsewhere', merges('a\nb\n', 'a\nx\nb\n', 'a\nx\nb\ny\n', 'a\nx\nb\ny\n'))
test('both took away, one took more', merges('a\nb\nc\nd\n', 'a\nd\n', 'a\nc\nd\n', 'a\nd\n'))
test('CRLF', merges('a\r\nb\r\n', 'A\r\nb\r\n', 'a\r\nb\r\nc\r\n', 'A\r\nb\r\nc\r\n'))
test('no final newline', merges('a\nb', 'A\nb', 'a\nB', 'A\nB'))
test('lines below a last one without newline', merges('a\nb', 'a\nb\nc', 'A\nb', 'A\nb\nc'))
test('a final newline came', merges('a\nb', 'a\nb\n', 'A\nb', 'A\nb\n'))
test('the last line went, a line came above it', merges('a\nb', 'a', 'a\nx\nb', 'a\nx'))
test('from nothing', merges('', 'a\n', '', 'a\n'))

test('one line, two values', conflicts('a: 1\nb: 2\n', 'a: 1\nb: 3\n', 'a: 1\nb: 4\n', [2, 'b: 3', 'b: 4']))
test('one line changed and taken away', conflicts('a\nb\n', 'a\n', 'a\nB\n', [2, '', 'B']))
test('two lines added at one point', conflicts('a\nb\n', 'a\nx\nb\n', 'a\ny\nb\n', [2, 'x', 'y']))
test('a line put into the midst of what went', conflicts('a\nb\nc\n', '', 'a\nb\nx\nc\n', [3, '', 'x']))
test('two places', conflicts('a\nb\nc\n', '1\nb\n2\n', '3\nb\n4\n', [1, '1', '3'], [3, '2', '4']))

const line = fc.constantFrom('a', 'b', 'c', '', 'x\r', '🚀')
const text = fc
  .tuple(fc.array(line, { maxLength: 8 }), fc.boolean())
  .map(([lines, ends]) => lines.join('\n') + (ends ? '\n' : ''))

test('who changes nothing takes what the other did', () => {
  fc.assert(
    fc.property(text, text, (base, x) => {
      expect(mergeLines({ base, ours: x, theirs: base })).toEqual({ clean: true, text: x })
      expect(mergeLines({ base, ours: base, theirs: x })).toEqual({ clean: true, text: x })
      expect(mergeLines({ base, ours: x, theirs: x })).toEqual({ clean: true, text: x })
    }),
    { numRuns: 2000, seed: 1 },
  )
})

test('sides may be exchanged', () => {
  fc.assert(
    fc.property(text, text, text, (base, x, y) => {
      const one = mergeLines({ base, ours: x, theirs: y })
      const other = mergeLines({ base, ours: y, theirs: x })
      if (one.clean) expect(other).toEqual(one)
      else
        expect(!other.clean && other.conflicts.map((found) => ({ ...found, ours: found.theirs, theirs: found.ours }))).toEqual(
          one.conflicts,
        )
    }),
    { numRuns: 2000, seed: 1 },
  )
})

test('changes of different lines never conflict and all arrive', () => {
  const kept = fc.tuple(fc.constantFrom('none', 'ours', 'theirs', 'both'), fc.nat(1000))
  fc.assert(
    fc.property(fc.array(kept, { maxLength: 20 }), (plan) => {
      const written = (...who: string[]) =>
        plan.map(([by, number], at) => (who.includes(by) ? `${at} ${number}` : `${at}`)).join('\n')
      const merged = mergeLines({ base: written(), ours: written('ours', 'both'), theirs: written('theirs', 'both') })
      expect(merged).toEqual({ clean: true, text: written('ours', 'theirs', 'both') })
    }),
    { numRuns: 2000, seed: 1 },
  )
})
