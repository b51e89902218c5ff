import type { Problem } from '../../../records/problem.ts'
import type { Place } from '../../place.ts'
import type { Kept } from '../../records.ts'
import { compileRuleFile, seenKeys } from '../../rule-file.ts'
import { customerIn } from '../../tree.ts'
import { codeProblem, locate, whole } from '../found.ts'
import type { Known } from '../known.ts'

/** What is wrong in the rules of a file: conditions, actions, and names that another rule has already. */
export function judgeRules(place: Place, { read, path }: Kept<'trigger'>, known: Known): Problem[] {
  const { rules, broken, problems } = compileRuleFile(read, known.names, () => seenKeys(place, known.team))
  for (const [key, at] of known.rules) if (at.startsWith(`${path}:`)) known.rules.delete(key)
  const doubles = [...rules, ...broken].flatMap(({ name, personal = '', line }): Problem[] => {
    const key = `${personal}/${name.toLowerCase()}`
    const other = known.rules.get(key)
    known.rules.set(key, other ?? `${path}:${line}`)
    const message = `There is a rule ${name} already: ${other}.`
    return other ? [whole(path, 'rule-twice', message, 'another name', { line, column: 1 })] : []
  })
  const own = problems.slice(read.problems.length)
  return [...own.map((one) => codeProblem(one.severity === 'error' ? 'rule' : 'rule-doubtful', one)), ...doubles]
}

/** An open episode whose rule is gone would stay open for ever. */
export function judgeEpisode({ value, read }: Kept<'episode'>, known: Known): Problem[] {
  const { rule, personal = '', status, subject, source = '' } = value
  if (status === 'resolved') return []
  const [file = ''] = subject.split('#')
  if (!personal && !known.rules.has(`/${rule.toLowerCase()}`)) {
    const message = `There is no rule "${rule}" any more, so nothing ends this episode.`
    return [locate(read.sheet, { code: 'episode-lost', field: ['rule'], message, expected: 'status: resolved' })]
  }
  const gone = (named: string, field: string): Problem[] =>
    known.has(named) || customerIn(named) === undefined
      ? []
      : [
          locate(read.sheet, {
            code: 'episode-lost',
            field: [field],
            message: `${named} is not there any more.`,
            expected: 'what dossier trigger run makes of it',
          }),
        ]
  return [...gone(file, 'subject'), ...gone(source.replace(/:\d+$/, ''), 'source')]
}
