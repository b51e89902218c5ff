const mark = Symbol('failed')

/** What an operation gives when it has no answer: the names that had no data, or what else was wrong. It travels as a value. */
export type Failed = { readonly [mark]: true; readonly noData: readonly string[]; readonly wrong?: string }

/** Tells a failure from data; no file can hold one, because a symbol marks it. */
export const isFailed = (value: unknown): value is Failed => typeof value === 'object' && value !== null && mark in value

/** The answer to a question that met an absent value. */
const lackData = (noData: readonly string[]): Failed => ({ [mark]: true, noData })

/** The answer to a question that makes no sense for the values it met. */
export const goWrong = (wrong: string): Failed => ({ [mark]: true, noData: [], wrong })

/** Two failures as one, so that every absent name is told at once. */
export function joinFailures(a: Failed, b: Failed): Failed {
  if (b.noData.every((name) => a.noData.includes(name))) return a.wrong || !b.wrong ? a : { ...b, noData: a.noData }
  const wrong = a.wrong ?? b.wrong
  return { [mark]: true, noData: [...new Set([...a.noData, ...b.noData])].slice(0, 8), ...(wrong ? { wrong } : {}) }
}

/** Judges operands that did not fit: failures pass through, absent values are named, and otherwise the sentence holds. */
export function judgeOperands(operands: readonly { value: unknown; names: readonly string[] }[], sentence: () => string): Failed {
  let failure: Failed | undefined
  for (const { value, names } of operands) {
    const found = isFailed(value) ? value : value === null && names.length > 0 ? lackData(names) : undefined
    if (found) failure = failure ? joinFailures(failure, found) : found
  }
  return failure ?? goWrong(sentence())
}
