import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readRecord } from '../src/records/schema/read-record.ts'
import { judgeReading, judgeSetting } from '../test/fuzz/judge.ts'
import { mutate, sampleRecords } from '../test/fuzz/mutate.ts'

/** 100,000 mutated front matters: node bench/fuzz.ts [--texts 100000] [--from 0]. No crash, none over 100 ms, always a line. */
const { values } = parseArgs({
  options: { texts: { type: 'string', default: '100000' }, from: { type: 'string', default: '0' } },
})
const [texts, from] = [Number(values.texts), Number(values.from)]
const seeds = sampleRecords(join(import.meta.dirname, '..'))
for (const seed of seeds) readRecord(seed.kind, seed.path, seed.text)

let [worst, slow, usable] = [{ took: 0, number: -1, length: 0 }, 0, 0]
const wrong: string[] = []
for (let number = from; number < from + texts; number++) {
  const mutated = mutate(seeds, number)
  const begun = performance.now()
  try {
    if (readRecord(mutated.kind, mutated.path, mutated.text).value) usable++
  } catch (error) {
    wrong.push(`${number}: reading threw ${String(error)}`)
    continue
  }
  const took = performance.now() - begun
  if (took > 100) slow++
  if (took > worst.took) worst = { took, number, length: mutated.text.length }
  try {
    const found = [...judgeReading(mutated), ...(number % 10 === 0 ? judgeSetting(mutated) : [])]
    wrong.push(...found.map((one) => `${number}: ${mutated.path}: ${one}`))
  } catch (error) {
    wrong.push(`${number}: ${mutated.path}: threw ${String(error)}`)
  }
}
console.log(`${texts} mutated texts of ${seeds.length} records, ${usable} usable`)
console.log(
  `${wrong.length} wrong, ${slow} over 100 ms; the worst took ${worst.took.toFixed(1)} ms (number ${worst.number}, ${worst.length} letters)`,
)
for (const one of wrong.slice(0, 40)) console.log(one.slice(0, 400))
if (wrong.length > 0 || slow > 0) process.exitCode = 1
