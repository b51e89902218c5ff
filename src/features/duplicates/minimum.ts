import * as z from 'zod'

const expected = 'a number from 0 to 1 such as 0.85'

/** The lowest score that is told; what is less likely is left out. */
export const minimum = z.coerce
  .number(expected)
  .min(0, expected)
  .max(1, expected)
  .default(0.5)
  .describe('Only those with at least this score, from 0 to 1.')
