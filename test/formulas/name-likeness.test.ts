import { expect, test } from 'vitest'
import { nameLikeness } from '../../src/formulas/name-likeness.ts'

// Winkler's own examples, as every description of the measure gives them.
test.each([
  ['martha', 'marhta', 0.9611],
  ['dwayne', 'duane', 0.84],
  ['dixon', 'dicksonx', 0.8133],
  ['jones', 'johnson', 0.8324],
  ['abc', 'xyz', 0],
  ['', '', 0],
  ['', 'a', 0],
  ['same', 'same', 1],
])('%s and %s are alike by %d', (a, b, likeness) => {
  expect(nameLikeness(a, b)).toBeCloseTo(likeness, 4)
  expect(nameLikeness(b, a)).toBeCloseTo(likeness, 4)
})
