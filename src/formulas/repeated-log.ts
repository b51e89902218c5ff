/** A log repeated this soon is a slip (the arrow key, a script run again); later, people do call twice about the same. */
export const repeatedWithinMinutes = 2
