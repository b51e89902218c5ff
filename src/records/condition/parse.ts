import { type ASTNode, Environment, type ParseResult } from '@marcbachmann/cel-js'

/** What is wrong in a condition's text, and at which of its characters. */
export type Fault = { at: number; message: string; expected?: string }

const LONGEST = 10_000
let environment: Environment | undefined

/** Reads a condition's text into its tree, within bounds that keep every later walk short. */
export function parseText(text: string): { parsed: ParseResult; fault?: undefined } | { parsed?: undefined; fault: Fault } {
  if (text.trim() === '') return { fault: { at: 0, message: 'The condition is empty.' } }
  if (text.length > LONGEST) return { fault: { at: LONGEST, message: `The condition is longer than ${LONGEST} characters.` } }
  try {
    return { parsed: openEnvironment().parse(text) }
  } catch (error) {
    return { fault: readFault(error, text) }
  }
}

/** The type of what a condition gives as far as its text tells ("dyn" where only the files can), or what never fits in it. */
export function checkTypes(parsed: ParseResult, text: string): { type: string; fault?: Fault } {
  const { type = 'dyn', error } = parsed.check()
  if (!error || isAllowed(error)) return { type }
  const { at, message } = readFault(error, text)
  const pair = /^no such overload: (.+)\.$/.exec(message)?.[1]
  return { type, fault: { at, message: pair ? `${pair} has no answer: the kinds do not go together.` : message } }
}

function openEnvironment(): Environment {
  if (environment) return environment
  const limits = { maxAstNodes: 2000, maxDepth: 60, maxListElements: 500, maxMapEntries: 100, maxCallArguments: 8 }
  environment = new Environment({ unlistedVariablesAreDyn: true, homogeneousAggregateLiterals: false, limits })
  // These only tell the type check what is allowed: conditions are run by our own steps.
  for (const op of ['+', '-', '*', '/', '%'])
    for (const pair of [`int ${op} double`, `double ${op} int`]) environment.registerOperator(`${pair}: double`, () => 0)
  environment.registerOperator('double % double: double', () => 0)
  environment.registerFunction('days_since(dyn): double', () => 0)
  environment.registerFunction('days_until(dyn): double', () => 0)
  return environment
}

/** Where our steps say more than the library: branches of two kinds, has() of a bare field, and equality of anything with anything. */
function isAllowed(error: { code: string; node?: { op?: string } }): boolean {
  if (error.code === 'no_such_overload') return error.node?.op === '==' || error.node?.op === '!='
  return error.code === 'incompatible_ternary_branches' || error.code === 'invalid_macro_argument'
}

const tokens: Record<string, string> = {
  EOF: 'the end',
  LPAREN: '"("',
  RPAREN: '")"',
  LBRACKET: '"["',
  RBRACKET: '"]"',
  LBRACE: '"{"',
  RBRACE: '"}"',
  COLON: '":"',
  QUESTION: '"?"',
  COMMA: '","',
  DOT: '"."',
  IDENTIFIER: 'a name',
  NUMBER: 'a number',
  STRING: 'a text',
}

const slips: readonly [RegExp, string][] = [
  [/^and\b/i, '&& for "and"'],
  [/^or\b/i, '|| for "or"'],
  [/^not\b/i, '! for "not"'],
  [/^(=|is\b|equals\b)/i, '== to compare'],
  [/^<>/, '!= for "is not"'],
  [/^[“”„‘’]/, 'plain quotes: "…"'],
  [/^&/, '&& for "and"'],
  [/^\|/, '|| for "or"'],
]

function readFault(error: unknown, text: string): Fault {
  if (error instanceof RangeError) return { at: 0, message: 'The condition nests too deeply.' }
  if (!(error instanceof Error)) throw error
  const { summary = error.message, range } = error as Error & { summary?: string; range?: { start: number } }
  const at = Math.min(range?.start ?? 0, text.length)
  const message = `${summary.replace(/\b[A-Z]{3,}\b/g, (token) => tokens[token] ?? token.toLowerCase()).replace(/\.$/, '')}.`
  const expected = slips.find(([slip]) => slip.test(text.slice(at)) || slip.test(text.slice(at + 1)))?.[1]
  return expected ? { at, message, expected } : { at, message }
}

/** Where in the text a function's name stands: after the value it is asked of, if there is one. */
export const findName = (node: ASTNode, name: string, after?: ASTNode): number =>
  after ? Math.max(node.start, node.input.indexOf(name, after.end)) : node.start
