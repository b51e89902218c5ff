/**
 * The fiscal quarter of a day: `2017-Q1`. `start` is the month and day the year begins, `01-01` for calendar years; any
 * other fiscal year has the name of the year in which it ends.
 */
export function fiscalQuarter(day: string, start: string): string {
  const [year = 0, month = 0, date = 0] = day.slice(0, 10).split('-').map(Number)
  const [firstMonth = 1, firstDate = 1] = start.split('-').map(Number)
  const passed = month - firstMonth - (date < firstDate ? 1 : 0)
  const ends = year + (passed < 0 || start === '01-01' ? 0 : 1)
  return `${ends}-Q${Math.floor(((passed + 12) % 12) / 3) + 1}`
}
