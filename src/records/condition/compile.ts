import type { Problem } from '../problem.ts'
import { build } from './build.ts'
import { type Clock, listBuiltIns, type Names } from './names.ts'
import { checkTypes, type Fault, parseText } from './parse.ts'
import type { Site } from './site.ts'
import type { Kind, Step } from './step.ts'

/** A condition that may be asked again and again. `reads` are the fields it looks at, as it names them. */
export type Condition = {
  readonly text: string
  readonly about: Kind
  readonly reads: readonly string[]
  readonly run: Step['run']
}

/** What a text is compiled against, and where it stands, so that a problem has its place. */
export type Place = { about: Kind; names: Names; clock: Clock; path?: string; line?: number; column?: number }

type Compiled = { condition: Condition; problems?: undefined } | { problems: Problem[]; condition?: undefined }

/** Compiles what must come out true or false: `--where`, a rule, a criterion. What is wrong in it is returned with its place. */
export function compileCondition(text: string, place: Place): Compiled {
  return compile(text, place, true)
}

/** Compiles what may come out as anything: a field of a mapping. */
export function compileExpression(text: string, place: Place): Compiled {
  return compile(text, place, false)
}

function compile(text: string, place: Place, truth: boolean): Compiled {
  const { parsed, fault } = parseText(text)
  if (fault) return { problems: [locate(text, place, fault)] }

  const faults: Fault[] = []
  const { about, names, clock } = place
  const site: Site = {
    about,
    names,
    clock,
    builtIns: listBuiltIns(about, clock),
    bound: new Map(),
    walks: 0,
    depth: 0,
    build,
    reads: new Set(),
    complain: (found) => void faults.push(found),
  }
  const { run } = build(site, parsed.ast)
  if (faults.length > 0) return { problems: faults.map((found) => locate(text, place, found)) }

  const { type, fault: misfit } = checkTypes(parsed, text)
  if (misfit) return { problems: [locate(text, place, misfit)] }
  if (truth && type !== 'bool' && !type.startsWith('dyn')) {
    const message = `A condition comes out true or false; this gives ${kindOf[type] ?? `a ${type}`}.`
    return { problems: [locate(text, place, { at: 0, message })] }
  }
  return { condition: { text, about, reads: [...site.reads], run } }
}

const kindOf: Record<string, string> = { int: 'a number', double: 'a number', string: 'a text', null: 'nothing' }

function locate(text: string, { path = '', line = 1, column = 1 }: Place, { at, message, expected }: Fault): Problem {
  const before = text.slice(0, at).split('\n')
  const last = before.at(-1)!.length
  return {
    path,
    line: line + before.length - 1,
    column: before.length === 1 ? column + last : last + 1,
    message,
    ...(expected ? { expected } : {}),
    severity: 'error',
  }
}
