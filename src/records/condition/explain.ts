import type { ASTNode } from '@marcbachmann/cel-js'
import { compileExpression, type Place } from './compile.ts'
import { evaluateValue } from './evaluate.ts'
import { parseText } from './parse.ts'
import type { Scope } from './step.ts'

const comparisons = new Set(['==', '!=', '<', '<=', '>', '>='])

type Explained = { said: string; holds: boolean }

/** Says why a condition holds, or does not, of one subject: `amount is 5000 (wanted > 10000)`. Of alternatives, those that decided. */
export function explainCondition(text: string, place: Place, scope: Scope): string {
  const { parsed } = parseText(text)
  if (!parsed) return text
  return sayPart(parsed.ast, place, scope).said
}

function sayPart(node: ASTNode, place: Place, scope: Scope): Explained {
  const source = sourceOf(node)
  if (node.op === '&&' || node.op === '||') {
    const parts = [node.args[0], node.args[1]].map((arg) => sayPart(arg, place, scope))
    const holds = node.op === '&&' ? parts.every((part) => part.holds) : parts.some((part) => part.holds)
    const deciding = parts.filter((part) => part.holds === holds)
    return { said: deciding.map(({ said }) => said).join('; '), holds }
  }
  const holds = ask(source, place, scope) === true
  if (!comparisons.has(node.op)) return { said: holds ? source : `not so: ${source}`, holds }
  const [left, right] = (node as { args: [ASTNode, ASTNode] }).args
  const [is, than] = [sourceOf(left), sourceOf(right)]
  if (left.op === 'value') return { said: holds ? source : `not so: ${source}`, holds }
  if (holds && (node.op === '==' || node.op === '!=')) return { said: `${is} is ${sayFound(ask(is, place, scope))}`, holds }
  const wanted = right.op === 'value' ? than : `${than}, which is ${sayFound(ask(than, place, scope))}`
  return { said: `${is} is ${sayFound(ask(is, place, scope))} (wanted ${node.op} ${wanted})`, holds }
}

/** The text of a part; the parser leaves the brackets around it out, so those within are completed. */
function sourceOf({ input, start, end }: ASTNode): string {
  const count = (sign: string) => input.slice(start, end).split(sign).length
  let to = end
  for (let open = count('(') - count(')'); open > 0 && to < input.length; to++) if (input[to] === ')') open--
  return input.slice(start, to)
}

function ask(text: string, place: Place, scope: Scope): unknown {
  const { condition } = compileExpression(text, place)
  return condition ? evaluateValue(condition, scope).value : null
}

function sayFound(value: unknown): string {
  if (value === null || value === undefined) return 'absent'
  if (typeof value === 'number') return `${Math.round(value * 100) / 100}`
  if (Array.isArray(value)) return `${value.length} in number`
  if (typeof value === 'object') return 'there'
  const said = typeof value === 'string' ? value : JSON.stringify(value)
  return said.length > 60 ? `${said.slice(0, 59)}…` : said
}
