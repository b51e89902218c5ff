import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readChanges } from '../../../../src/features/setup/history/read-changes.ts'
import { readFrontMatter } from '../../../../src/records/text/front-matter.ts'
import { readSampleHistory, readShipped } from '../../../../src/workspace/start/shipped.ts'

const shipped = readShipped()
const changes = readChanges(readSampleHistory())
const people = new Set([...shipped.keys()].flatMap((path) => /^workspace-setup\/people\/([^/]+)\.yaml$/.exec(path)?.[1] ?? []))
const steps = [...changes].flatMap(([path, fields]) => [...fields].map(([field, list]) => ({ path, field, list })))

test('it is hidden, so that it enters no workspace', () => {
  expect([...shipped.keys()].filter((path) => path.includes('sample-history'))).toEqual([])
  expect(steps.length).toBeGreaterThan(5)
})

test.for(steps.map((one) => [`${one.path}: ${one.field}`, one] as const))(
  '%s ends with what the file says',
  ([, { path, field, list }]) => {
    const text = shipped.get(path)
    expect(text, 'there is such a file').toBeDefined()
    const { data } = readFrontMatter(path, text!)
    const now = field.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], data)
    expect(list.at(-1)!.value).toEqual(now ?? null)
    expect(list.length).toBeGreaterThan(1)
    for (const [n, { day, by }] of list.entries()) {
      expect(day >= (list[n - 1]?.day ?? ''), `${day} comes in order`).toBe(true)
      expect(
        day <=
          /now: (\S+)/.exec(readFileSync(join(import.meta.dirname, '../../../../workspace-setup/workspace.yaml'), 'utf8'))![1]!,
      ).toBe(true)
      if (by) expect(people).toContain(by)
    }
  },
)

test('stages are those of the shipped workflows', () => {
  const ids = new Set(
    [...shipped].flatMap(([path, text]) =>
      path.startsWith('customers/workflows/') ? [...text.matchAll(/\bid: ([\w-]+)/g)].map(([, id]) => id) : [],
    ),
  )
  const stages = steps
    .filter(({ field }) => field === 'stage')
    .flatMap(({ path, list }) => list.map(({ value }) => `${path}: ${String(value)}`))
  expect(stages.filter((one) => !ids.has(one.replace(/^.*: /, '')))).toEqual([])
})

test.for([
  ['a: [', '.sample-history.yaml:'],
  ['a.md:\n  stage: [[soon, lead]]', 'a.md: stage wants [day, value, who], and has ["soon","lead"]'],
  ['a.md:\n  stage: [lead]', 'a.md: stage wants'],
] as const)('%s is our own fault', ([text, says]) => {
  expect(() => readChanges(text)).toThrow(says)
})
