/** What a condition can be about: the one record whose fields it may name bare. */
export type Kind = 'customer' | 'deal' | 'contact' | 'activity' | 'task' | 'row'

/** What is known beforehand of a value: it decides which names may follow its dot, and how they enter. */
export type Shape = { record: Kind } | { list: Kind } | 'meddpicc'

/** A record or another map as the workspace reads it. */
type Data = Readonly<Record<string, unknown>>

/** What a condition is asked of, under the names it uses. A getter is called only if the condition reads it. */
export type Scope = {
  readonly customer?: Data | null
  readonly deal?: Data | null
  readonly contact?: Data | null
  readonly activity?: Data | null
  readonly task?: Data | null
  /** A row of a file that is imported, by its headings. */
  readonly row?: Data | null
  readonly deals?: readonly Data[] | null
  readonly contacts?: readonly Data[] | null
  readonly activities?: readonly Data[] | null
  readonly tasks?: readonly Data[] | null
  readonly before?: Data | null
  readonly after?: Data | null
  readonly text?: string | null
  readonly no_activity?: number | null
  readonly health_score?: number | null
  readonly me?: string | null
  /** A plain day, and the zone whose day it is (UTC when absent): times are brought to it before days are counted. */
  readonly today: string
  readonly zone?: string
  readonly now?: Date
}

/** One evaluation: what it is asked of, how much work it may still do, and the elements its comprehensions stand at. */
export type Frame = { readonly scope: Scope; left: number; outer: unknown; inner: unknown }

/** One part of a condition, ready to run. `names` are the fields it reads, `work` is what a run of it costs at least. */
export type Step = {
  run: (frame: Frame) => unknown
  names: readonly string[]
  work: number
  path?: string
  shape?: Shape
  literal?: unknown
}

/** Thrown when an evaluation would take longer than anyone waits. */
const tooMuchWork = new RangeError('it looks at too much at once; narrow the lists it walks through')

/** What finding an instant's local day costs, in steps. */
export const CALENDAR = 30

/** Pays for work before it is done. */
export function spend(frame: Frame, work: number): void {
  frame.left -= work
  if (frame.left < 0) throw tooMuchWork
}
