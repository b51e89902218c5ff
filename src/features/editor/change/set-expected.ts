import type { Problem } from '../../../records/problem.ts'
import { renderInline } from '../../../records/text/render-value.ts'
import type { Cell } from '../text/cell.ts'
import type { Page } from '../text/open-page.ts'
import type { TextChange } from './text-change.ts'

/** A change that puts a problem right, in words. */
export type Remedy = { title: string; changes: TextChange[] }

/** Judges the page with another text. */
export type Judge = (text: string) => readonly Problem[] | Promise<readonly Problem[]>

const most = 5
const word = /^[\p{L}\p{N}][\p{L}\p{N}@._+:-]*$/u
/** What is said of a kind of value, and is none itself. */
const kinds = new Set(['text', 'spaces', 'none', 'nothing'])

/** The values a problem says would be right, put in place one by one: only those after which it is gone and no error has come. */
export async function setExpected(page: Page, at: number, problem: Problem, judge: Judge): Promise<Remedy[]> {
  const cell = page
    .cells()
    .find((one): one is Cell => one.is === 'value' && one.from - (one.quote ? 1 : 0) <= at && at <= one.to && one.text !== '')
  if (!cell || cell.quote === 'block' || cell.text.includes('\n')) return []
  const before = await judge(page.text)
  const remedies: Remedy[] = []
  for (const value of valuesIn(problem.expected ?? '')) {
    if (value === cell.text) continue
    const isBare = cell.quote && /without quotes/.test(problem.expected ?? '')
    const [from, to] = isBare ? [cell.from - 1, cell.to + 1] : [cell.from, cell.to]
    const put = cell.quote && !isBare ? value : renderInline(isNumber(value) ? Number(value) : value)
    const after = await judge(page.text.slice(0, from) + put + page.text.slice(to))
    const isLeft = after.some((one) => one.line === problem.line && one.message === problem.message)
    if (isLeft || !isBetter(after, before)) continue
    const named = cell.path.findLast((key) => !/^\d+$/.test(key))
    remedies.push({ title: `Set ${named} to ${value}`, changes: [{ path: page.path, from, to, put }] })
  }
  return remedies
}

const isNumber = (value: string) => /^-?\d+(?:\.\d+)?$/.test(value)

/** Fewer errors; or as many, and fewer problems. */
const isBetter = (after: readonly Problem[], before: readonly Problem[]) =>
  errorsIn(after) < errorsIn(before) || (errorsIn(after) === errorsIn(before) && after.length < before.length)

const errorsIn = (problems: readonly Problem[]) => problems.filter(({ severity }) => severity === 'error').length

/** The plain values of `ada`, `one of ada, ben`, `24000, without quotes or separators`, `2026-11-02 or later`. */
function valuesIn(expected: string): string[] {
  const [, several] = /^one of (.+)$/.exec(expected) ?? []
  const said = several?.split(/,\s*/) ?? [/^(\S+?)(?:, (?:without|in) .*| or later)?$/.exec(expected)?.[1] ?? '']
  return said
    .map((one) => one.trim())
    .filter((one) => word.test(one) && !kinds.has(one))
    .slice(0, most)
}
