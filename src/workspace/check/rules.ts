import type { Problem } from '../../records/problem.ts'
import { fieldPlace } from '../../records/text/front-matter.ts'
import type { Place } from '../place.ts'
import type { Kept } from '../records.ts'
import { compileRuleFile, seenKeys } from '../rule-file.ts'
import { customerIn } from '../tree.ts'
import { whole } from './found.ts'
import type { Known } from './known.ts'

/** What is wrong in the rules of a file: conditions, actions, and names that another rule has already. */
export function judgeRules(place: Place, { read, path }: Kept<'trigger'>, known: Known): Problem[] {
  const { rules, broken, problems } = compileRuleFile(read, known.names, () => seenKeys(place, known.team))
  const doubles = [...rules, ...broken].flatMap(({ name, personal = '', line }): Problem[] => {
    const key = `${personal}/${name.toLowerCase()}`
    const other = known.rules.get(key)
    known.rules.set(key, other ?? `${path}:${line}`)
    return other ? [{ ...whole(path, 'error', `There is a rule ${name} already: ${other}.`, 'another name'), line }] : []
  })
  return [...problems.slice(read.problems.length), ...doubles]
}

/** An open episode whose rule is gone would stay open for ever. */
export function judgeEpisode({ path, value, read }: Kept<'episode'>, known: Known): Problem[] {
  const { rule, personal = '', status, subject, source = '' } = value
  if (status === 'resolved') return []
  const [file = ''] = subject.split('#')
  if (!personal && !known.rules.has(`/${rule.toLowerCase()}`)) {
    const message = `There is no rule "${rule}" any more, so nothing ends this episode.`
    return [{ ...whole(path, 'warning', message, 'status: resolved'), ...fieldPlace(read.sheet, ['rule']) }]
  }
  const gone = (named: string, field: string): Problem[] =>
    known.has(named) || customerIn(named) === undefined
      ? []
      : [
          {
            ...whole(path, 'warning', `${named} is not there any more.`, 'what dossier trigger run makes of it'),
            ...fieldPlace(read.sheet, [field]),
          },
        ]
  return [...gone(file, 'subject'), ...gone(source.replace(/:\d+$/, ''), 'source')]
}
