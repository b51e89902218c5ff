import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compileExpression } from '../../../src/records/condition/compile.ts'
import { evaluateValue } from '../../../src/records/condition/evaluate.ts'

type Case = { expression: string; wanted: unknown; fails: boolean }

const suite = new URL('../../../../shared/samples/conformance/cel/', import.meta.url)
const here = existsSync(suite)
if (!here) console.log('The CEL conformance tests are not beside this checkout (../shared/samples/conformance/cel): skipped.')

/** Reads the cases of a textproto file: an expression, and the one value or failure it should come to. */
function readCases(text: string): Case[] {
  return text
    .split(/^ {2}test \{/m)
    .slice(1)
    .map((block) => {
      const [, quote = '"', expression = ''] = /expr: (["'])(.*)\1$/m.exec(block) ?? []
      const values = [...block.matchAll(/(int64|uint64|double|bool|string)_value: ("?)([^"\s}]*)/g)]
      const plain = values.map(([, kind, , value]) =>
        kind === 'bool' ? value === 'true' : kind === 'string' ? value : Number(value),
      )
      const wanted = block.includes('list_value') ? plain : plain[0]
      const unescaped = expression.replaceAll(`\\${quote}`, quote)
      return { expression: unescaped, wanted, fails: block.includes('eval_error') }
    })
}

function comesOut({ expression, wanted, fails }: Case): boolean {
  const { condition, problems } = compileExpression(expression, { about: 'deal', names: {}, clock: 'rule' })
  if (problems) return fails
  const { value, noData, wrong } = evaluateValue(condition, { today: '2026-11-20' })
  if (fails) return noData !== undefined || wrong !== undefined
  return JSON.stringify(typeof value === 'bigint' ? Number(value) : value) === JSON.stringify(wanted)
}

test.skipIf(!here)('CEL conformance', () => {
  const { per_file: files }: { per_file: Record<string, { tests: number }> } = JSON.parse(
    readFileSync(new URL('expected.json', suite), 'utf8'),
  )
  const cases = Object.entries(files).flatMap(([file, { tests }]) => {
    const found = readCases(readFileSync(new URL(file, suite), 'utf8'))
    expect(found, file).toHaveLength(tests)
    return found
  })
  const missed = cases.filter((one) => !comesOut(one))
  console.log(
    `CEL conformance: ${cases.length - missed.length} of ${cases.length}; missed: ${missed.map((one) => one.expression).join('   ')}`,
  )
  expect((cases.length - missed.length) / cases.length).toBeGreaterThanOrEqual(0.86)
})
