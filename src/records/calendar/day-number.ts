const dayInMs = 86_400_000

/** Days since 1970 of a day `2026-11-02`; rules are worked out in these. */
export const dayNumber = (day: string) => Math.floor(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / dayInMs)

/** The day `2026-11-02` of so many days since 1970. */
export const dayOfNumber = (number: number) => new Date(number * dayInMs).toISOString().slice(0, 10)

/** The number of a date; the day may lie outside the month, which moves on. Months count from 0. */
export const numberOf = (year: number, month: number, day: number) => Math.floor(Date.UTC(year, month, day) / dayInMs)

/** What a rule asks of a day: its date (months from 0), its weekday (0 is Sunday), and how long its month and year are. */
export function partsOf(number: number) {
  const date = new Date(number * dayInMs)
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
  const yearStart = numberOf(year, 0, 1)
  return {
    year,
    month,
    day,
    weekday: (((number + 4) % 7) + 7) % 7,
    monthLength: numberOf(year, month + 1, 1) - numberOf(year, month, 1),
    yearDay: number - yearStart + 1,
    yearLength: numberOf(year + 1, 0, 1) - yearStart,
  }
}
