import { Failure } from '../../failure.ts'
import type { Names } from '../../records/condition/names.ts'
import { nearest } from '../../records/nearest.ts'
import type { Problem } from '../../records/problem.ts'
import type { BrokenRule, Rule, Rules } from '../../records/rules/compile-rules.ts'
import { readRecord } from '../../records/schema/read-record.ts'
import type { Place } from '../../workspace/place.ts'
import { compileRuleFile } from '../../workspace/rule-file.ts'
import { readSheet } from '../../workspace/sheet.ts'
import { namesIn } from '../../workspace/tree.ts'

type Asked = {
  names: Names
  /** Keys that records have beside the known fields; asked for only where a rule names one. */
  seen: () => Names
  /** Whose own rules are read too. */
  me?: string | undefined
}

/** Reads the rules of the team and those of one person. A broken one hides no other. */
export function readRules(place: Place, { names, seen, me }: Asked): Rules {
  const all: Rules = { rules: [], broken: [], problems: [] }
  for (const folder of ['workspace-setup/triggers', ...(me ? [`personal/${me}/triggers`] : []), 'personal/triggers'])
    for (const name of namesIn(place, folder, (entry) => !entry.isDirectory()).filter((one) => one.endsWith('.yaml'))) {
      const found = readFile(place, `${folder}/${name}`, names, seen, me)
      all.rules.push(...found.rules)
      all.broken.push(...found.broken)
      all.problems.push(...found.problems)
    }
  return withoutDoubles(all)
}

function readFile(place: Place, path: string, names: Names, seen: () => Names, me: string | undefined): Rules {
  const sheet = readSheet(place, path)
  if ('problem' in sheet) return { rules: [], broken: [], problems: [sheet.problem] }
  const read = readRecord('trigger', path, sheet.sheet.text)
  const told = compileRuleFile(read, names, seen)
  const mine = path.startsWith('personal/triggers/') ? { personal: me ?? 'me' } : {}
  return {
    ...told,
    rules: told.rules.map((rule) => ({ ...rule, ...mine })),
    broken: told.broken.map((rule) => ({ ...rule, ...mine })),
  }
}

/** Two rules of one name would share their episodes: the second is broken. */
function withoutDoubles({ rules, broken, problems }: Rules): Rules {
  const first = new Map<string, Rule>()
  const kept: Rule[] = []
  const doubles: BrokenRule[] = []
  for (const rule of rules) {
    const key = `${rule.personal ?? ''}/${rule.name.toLowerCase()}`
    const other = first.get(key)
    if (!other) {
      first.set(key, rule)
      kept.push(rule)
      continue
    }
    const { name, path, line } = rule
    const problem: Problem = {
      path,
      line,
      column: 1,
      message: `There is a rule ${name} already: ${other.path}:${other.line}.`,
      expected: 'another name',
      severity: 'error',
    }
    doubles.push({ name, path, line, ...(rule.personal && { personal: rule.personal }), problems: [problem] })
  }
  return { rules: kept, broken: [...broken, ...doubles], problems: [...problems, ...doubles.flatMap((one) => one.problems)] }
}

/** The rules that were asked for. Throws a Failure when there is none of that name, or it cannot be used. */
export function needRules({ rules, broken }: Rules, name: string | undefined): Rule[] {
  if (name === undefined) return rules
  const wrong = broken.find((one) => one.name === name)
  if (wrong) {
    const { path, line, column, message, expected } = wrong.problems.find(({ severity }) => severity === 'error')!
    throw new Failure(`${path}:${line}:${column}: ${message}`, {
      hint: expected ? `expected ${expected}` : `dossier check ${path}`,
      exitCode: 2,
      path,
      line,
    })
  }
  const found = rules.filter((one) => one.name === name)
  if (found.length > 0) return found
  const names = [...rules, ...broken].map((one) => one.name)
  const like = nearest(name, names)
  const hint =
    like.length > 0
      ? `did you mean ${like.join(', ')}?`
      : names.length > 0
        ? `the rules are ${names.join(', ')}`
        : 'rules lie in workspace-setup/triggers/*.yaml'
  throw new Failure(`There is no rule "${name}".`, { hint, exitCode: 3 })
}
