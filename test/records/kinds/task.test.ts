import { expect, test } from 'vitest'
import { readTasks, renderTask } from '../../../src/records/kinds/task.ts'

const path = 'customers/acme/customer.md'
const read = (text: string) => readTasks(path, text)

test.each([
  [
    '- [ ] Send the MSA @ada due:2026-12-01 !high',
    { text: 'Send the MSA', owner: 'ada', due: '2026-12-01', priority: 'high', done: false },
  ],
  ['- [x] Call', { text: 'Call', done: true }],
  ['* [X] Call', { text: 'Call', done: true }],
  ['+ [ ] Call', { text: 'Call', done: false }],
  ['1. [ ] Call', { text: 'Call', done: false }],
  ['    - [ ] Deep', { text: 'Deep', done: false }],
  ['> - [ ] Quoted', { text: 'Quoted', done: false }],
  ['- [ ] @ada Send it', { text: 'Send it', owner: 'ada', done: false }],
  ['- [ ] Mail jo@acme.com', { text: 'Mail jo@acme.com', done: false }],
  ['- [ ] Send due:2026-02-30', { text: 'Send due:2026-02-30', done: false }],
  ['- [ ] Send due:friday', { text: 'Send due:friday', done: false }],
  ['- [ ] Ask @ada and @bo', { text: 'Ask and @bo', owner: 'ada', done: false }],
  ['- [ ] Wow! !important', { text: 'Wow! !important', done: false }],
  ['- [ ] Send it @ada.', { text: 'Send it.', owner: 'ada', done: false }],
])('%s', (line, task) => {
  expect(read(line)).toEqual([{ path, line: 1, ...task }])
})

test.each(['- [] x', '- [ ]', '[ ] x', '- [-] x', 'text - [ ] x', '-[ ] x'])('%s is no task', (line) => {
  expect(read(line)).toEqual([])
})

test('front matter and fenced code hold no tasks; lines count from the top of the file', () => {
  const text =
    '---\nnotes: |\n  - [ ] no\n---\n- [ ] one\r\n```md\n- [ ] no\n~~~\n- [ ] no\n```\n- [ ] two\n~~~~\n- [ ] no\n~~~\n- [ ] no\n~~~~\n- [ ] three\n'
  expect(read(text).map((task) => [task.text, task.line])).toEqual([
    ['one', 5],
    ['two', 11],
    ['three', 17],
  ])
  expect(read('```\n- [ ] never closed')).toEqual([])
  expect(read('- [ ] a\n---\n- [ ] b').map((task) => task.line)).toEqual([1, 3])
  expect(read('---x\n---\n- [ ] a\n---\n- [ ] b').map((task) => task.line)).toEqual([3, 5])
  expect(readTasks('a.yaml', '- [ ] x')).toEqual([])
})

test.each(['- [ ] Send the MSA @ada due:2026-12-01 !high', '- [x] Call', '- [ ] Call !low'])(
  '%s is rendered as it was read',
  (line) => {
    expect(renderTask(read(line)[0]!)).toBe(line)
  },
)

test('a task on the first line, behind a byte order mark, is one', () => {
  expect(readTasks('customers/acme/tasks.md', '\uFEFF- [ ] Call @ada\n')).toMatchObject([{ line: 1, text: 'Call', owner: 'ada' }])
})
