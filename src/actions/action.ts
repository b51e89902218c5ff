import type * as z from 'zod'
import type { Plan } from '../records/plan.ts'
import type { Session } from '../session/open.ts'
import type { Taken } from '../workspace/intake/inbox.ts'
import type { NewFile } from '../workspace/write/put-bytes.ts'

/** What an action may bring about; the gate asks for leave by it. */
type Effect = 'read' | 'write' | 'spend' | 'send' | 'admin'

type Described<I extends z.ZodObject> = { name: string; summary: string; input: I }

/** An action that answers a question, or that acts outside the tree of a workspace (`init`, `me`). */
export type Asking<I extends z.ZodObject, O> = Described<I> & {
  effect: Effect
  run(input: z.infer<I>, session: Session): Promise<O>
}

/** What a change came to before anything was changed: the plan, and what to tell besides path and commit. */
export type Decision<O> = {
  plan: Plan
  answer: O
  /** A question a person must say yes to first. */
  asks?: string
  /** Files that are no text, written before the plan, which commits each by a `keep`. */
  files?: readonly NewFile[]
  /** Dropped files, put away once the plan is carried out. */
  away?: readonly Taken[]
}

/** An action that changes the tree: it decides, `perform` does. */
export type Changing<I extends z.ZodObject, O> = Described<I> & {
  effect: 'write'
  decide(input: z.infer<I>, session: Session): Promise<Decision<O>>
}

/** Describes one thing the program can do, once, for every door. */
export const asking = <I extends z.ZodObject, O>(described: Asking<I, O>) => described

/** Describes one change the program can make, once, for every door. */
export const changing = <I extends z.ZodObject, O>(described: Changing<I, O>) => described
