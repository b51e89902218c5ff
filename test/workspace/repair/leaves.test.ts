import { expect, test } from 'vitest'
import { readFrontMatter } from '../../../src/records/text/front-matter.ts'
import { becomes, changeLeaf, leavesOf } from '../../../src/workspace/repair/leaves.ts'

const read = (fields: string) => readFrontMatter('x.md', `---\n${fields}\n---\nBody\n`)

test('single values are found wherever they stand; what is repeated elsewhere, and texts in blocks, are not', () => {
  const sheet = read('a: 1\nb: [x, {c: y}]\nd: |\n  text\ne: &e z\nf: *e\ng: {h: }\n"i j": k')
  expect(leavesOf(sheet).map(({ field, value }) => [field.join('.'), value])).toEqual([
    ['a', 1],
    ['b.0', 'x'],
    ['b.1.c', 'y'],
    ['i j', 'k'],
  ])
})

test('a value takes the place of another with what stands around it', () => {
  const sheet = read("a:   'x' # why\nb: [ 1 , 2 ]")
  const [first, , second] = leavesOf(sheet)
  expect(changeLeaf(sheet, first!, 'y: z')).toEqual([{ from: 9, to: 12, put: "'y: z'" }])
  expect(changeLeaf(sheet, second!, 'p, q')).toEqual([{ from: 28, to: 29, put: '"p, q"' }])
})

test('a change that would do more than it says is refused', () => {
  const sheet = read('a: x\nb: y')
  const [from, to] = [7, 8]
  expect(becomes(sheet, [{ from, to, put: 'z' }], { a: 'z', b: 'y' })).toBe(true)
  expect(becomes(sheet, [{ from, to, put: 'z' }], { a: 'x', b: 'y' })).toBe(false)
  expect(becomes(sheet, [{ from, to: 13, put: 'z' }], { a: 'z', b: 'y' })).toBe(false)
  expect(becomes(sheet, [{ from, to, put: '[' }], { a: '[', b: 'y' })).toBe(false)
  const end = sheet.text.length
  expect(becomes(sheet, [{ from: end, to: end, put: 'more' }], { a: 'x', b: 'y' })).toBe(false)
})
