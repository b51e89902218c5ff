import { Failure } from '../../failure.ts'
import { wordsOf } from './words-of.ts'

/** What is searched for: words that follow each other, the last one perhaps only begun; `not` where it must be absent. */
export type Term = { words: readonly string[]; begun: boolean; not: boolean }

/** Reads what a person searches for: words, "phrases" and beginnings (`budg*`), and beside them what must be absent. An argument with blanks in it is a phrase. Throws a Failure when nothing is left to look for. */
export function readQuery(typed: readonly string[], absent: readonly string[] = []): Term[] {
  const wanted = typed.flatMap((one) => readTerms(one, false))
  if (wanted.length === 0)
    throw new Failure('There is nothing to look for.', {
      hint: 'dossier find budget; dossier find "budget approved"; dossier find budg*',
      exitCode: 2,
    })
  return [...wanted, ...absent.flatMap((one) => readTerms(one, true))]
}

/** An argument that holds quotes of its own is taken apart at them; any other is one word or phrase. */
function readTerms(typed: string, not: boolean): Term[] {
  const parts = typed.includes('"') ? [...typed.matchAll(/"[^"]*"\*?|[^\s"]+/g)].map(([part]) => part) : [typed]
  return parts
    .map((part): Term => ({ words: wordsOf(part).map(({ word }) => word), begun: /\*"?\s*$/.test(part), not }))
    .filter(({ words }) => words.length > 0)
}

/** The same as SQLite's full text understands it; every word in quotes, so that none is taken for an operator. */
export function sayMatch(terms: readonly Term[]): string {
  const say = ({ words, begun }: Term) => `"${words.join(' ')}"${begun ? ' *' : ''}`
  const wanted = terms.filter(({ not }) => !not).map(say)
  const absent = terms.filter(({ not }) => not).map(say)
  const all = `(${wanted.join(' AND ')})`
  return absent.length > 0 ? `${all} NOT (${absent.join(' OR ')})` : all
}
