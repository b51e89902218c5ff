import { describe, expect, test } from 'vitest'
import { asAppended, changeTaskLine, type TaskChange, takeTask } from '../../../src/records/text/task-line.ts'

describe('one line changes', () => {
  test.each<[string, TaskChange, string]>([
    ['- [ ] Call', { done: true }, '- [x] Call'],
    ['\uFEFF- [ ] Call', { owner: 'ben' }, '\uFEFF- [ ] Call @ben'],
    ['  > * [ ]  Call  ', { done: true }, '  > * [x]  Call  '],
    ['1. [ ] See [ ] here', { done: true }, '1. [x] See [ ] here'],
    ['- [X] Call', { done: true }, '- [X] Call'],
    ['- [ ] Call due:2026-12-01 !high', { due: '2026-12-05' }, '- [ ] Call due:2026-12-05 !high'],
    ['- [ ] Call due:2026-02-30', { due: '2026-12-05' }, '- [ ] Call due:2026-02-30 due:2026-12-05'],
    ['- [ ] Call', { due: '2026-12-05' }, '- [ ] Call due:2026-12-05'],
    ['- [ ] Call  ', { owner: 'ben' }, '- [ ] Call @ben  '],
    ['- [ ] Call @ada, then @jo', { owner: 'ben' }, '- [ ] Call @ben, then @jo'],
    ['- [ ] Mail jo@acme.com', { owner: 'ben' }, '- [ ] Mail jo@acme.com @ben'],
    ['- [ ] Pay $& now', { owner: 'ben', due: '2026-12-05' }, '- [ ] Pay $& now @ben due:2026-12-05'],
  ])('%s', (line, change, after) => {
    expect(changeTaskLine(line, 1, change)).toBe(after)
    expect(changeTaskLine(`a\r\n${line}\r\nb`, 2, change)).toBe(`a\r\n${after}\r\nb`)
    expect(changeTaskLine(`a\n\n${line}`, 3, change)).toBe(`a\n\n${after}`)
  })
})

test('a task is taken with what stands below it, and nothing else', () => {
  const text = 'a\r\n- [ ] one\r\n  - [ ] deeper\r\n    note\r\n- [ ] two\r\n'
  expect(takeTask(text, 2)).toEqual({ taken: '- [ ] one\n  - [ ] deeper\n    note', left: 'a\r\n- [ ] two\r\n' })
  expect(takeTask(text, 3)).toEqual({ taken: '- [ ] deeper\n  note', left: 'a\r\n- [ ] one\r\n- [ ] two\r\n' })
  expect(takeTask('- [ ] last', 1)).toEqual({ taken: '- [ ] last', left: '' })
})

test.each([
  ['- [ ] a\n', '- [ ] b'],
  ['1. a', '- [ ] b'],
  ['', '- [ ] b'],
  ['Notes.\n\n', '- [ ] b'],
  ['Notes.\n', '\n- [ ] b'],
  ['---\nname: Acme\n---\n', '\n- [ ] b'],
])('below %j', (text, appended) => {
  expect(asAppended(text, ['- [ ] b'])).toBe(appended)
})
