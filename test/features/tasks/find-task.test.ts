import { expect, test } from 'vitest'
import { chooseTasks } from '../../../src/features/tasks/choose-tasks.ts'
import { findTask } from '../../../src/features/tasks/find-task.ts'

const task = (line: number, text: string, more = {}) => ({ path: 'customers/acme/customer.md', line, text, done: false, ...more })
const tasks = [
  task(3, 'Send the MSA', { owner: 'ada', due: '2026-11-27' }),
  task(4, 'Send the MSA to legal', { owner: 'ada@example.test', due: '2026-11-21' }),
  task(5, 'Call Bo', { done: true, due: '2026-11-01' }),
  task(6, 'Call Jo', { due: '2026-11-20' }),
]

test.each([
  ['customers/acme/customer.md:6', 6],
  ['./customers/acme/customer.md:6', 6],
  ['send the msa', 3],
  ['to legal', 4],
  ['call', 6],
  ['call bo', 5],
])('%s', (typed, line) => {
  expect(findTask(tasks, typed).line).toBe(line)
})

test.each([
  ['send', 2, 'customers/acme/customer.md:4'],
  ['sent the msa', 3, 'There is no task "sent the msa".'],
  ['customers/acme/customer.md:7', 3, 'no task'],
  ['', 3, 'no task'],
])('%j is refused', (typed, exitCode, message) => {
  expect(() => findTask(tasks, typed)).toThrow(expect.objectContaining({ exitCode, message: expect.stringContaining(message) }))
})

test('what fits none is answered with the nearest', () => {
  expect(() => findTask(tasks, 'Call Jon')).toThrow(expect.objectContaining({ suggestions: ['did you mean "Call Jo"?'] }))
})

const people = { find: (name: string) => (name.startsWith('ada') ? 'ada' : undefined) }
const lines = (wanted: object) =>
  chooseTasks(tasks, people, { all: false, today: '2026-11-21', ...wanted }).tasks.map(({ line }) => line)

test.each([
  [{}, [3, 4, 6]],
  [{ all: true }, [3, 4, 5, 6]],
  [{ owner: 'ada' }, [3, 4]],
  [{ due: 'today' }, [4]],
  [{ due: 'overdue' }, [6]],
  [{ due: 'overdue', all: true }, [6]],
  [{ due: 'week' }, [3, 4]],
])('%j', (wanted, found) => {
  expect(lines(wanted)).toEqual(found)
})

test.each([
  ['2026-11-28', 1],
  ['2026-11-29', 0],
  ['2026-11-20', 0],
])('a week ends on the same weekday: %s', (due, count) => {
  const { tasks: found } = chooseTasks([task(1, 'x', { due })], people, { all: false, due: 'week', today: '2026-11-21' })
  expect(found).toHaveLength(count)
})
