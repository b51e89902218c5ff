import type { ASTNode } from '@marcbachmann/cel-js'
import type { BuiltIn, Clock, Names } from './names.ts'
import type { Fault } from './parse.ts'
import type { Kind, Step } from './step.ts'

/** What a condition's text is built against. `bound` are the names of the walks around a part of it, `walks` how many they are. */
export type Site = {
  about: Kind
  clock: Clock
  names: Names
  builtIns: ReadonlyMap<string, BuiltIn>
  bound: ReadonlyMap<string, Step>
  walks: number
  depth: number
  reads: Set<string>
  complain: (fault: Fault) => void
  build: (site: Site, node: ASTNode) => Step
}

/** A step made of steps: it reads what they read and costs what they cost. */
export function combine(parts: readonly Step[], make: (parts: readonly Step[]) => Step['run']): Step {
  const names = [...new Set(parts.flatMap((part) => part.names))]
  return { run: make(parts), names, work: parts.reduce((sum, part) => sum + part.work, 1) }
}

/** Complains, and goes on with nothing, so that one mistake does not hide the next. */
export function refuse(site: Site, fault: Fault): Step {
  site.complain(fault)
  return { run: () => null, names: [], work: 1 }
}
