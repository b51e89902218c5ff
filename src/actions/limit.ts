import * as z from 'zod'

const expected = 'a whole number such as 20'

/** How many of something are told at most. */
export const limit = z.coerce.number(expected).int(expected).min(1, '1 or more')
