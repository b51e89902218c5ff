/** How fresh what is known of customers is: how many were touched within so many days, and the middle of the days gone by (null without any). */
export type Freshness = { customers: number; within: { days: number; customers: number }[]; never: number; middle: number | null }

/** What is asked of an account: the days since its last touch; null while there was none. */
type Touched = { quietDays: number | null; touched: boolean }

const spans = [7, 30, 90]

/** Works out how fresh the data of live customers is (capabilities MO-09): by days since the last touch. */
export function figureFreshness(accounts: readonly Touched[]): Freshness {
  const days = accounts
    .flatMap(({ touched, quietDays }) => (touched && quietDays !== null ? [quietDays] : []))
    .sort((a, b) => a - b)
  return {
    customers: accounts.length,
    within: spans.map((span) => ({ days: span, customers: days.filter((day) => day <= span).length })),
    never: accounts.filter(({ touched }) => !touched).length,
    middle: days[Math.floor((days.length - 1) / 2)] ?? null,
  }
}
