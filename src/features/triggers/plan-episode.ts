import type { Episode, EpisodeAction } from '../../records/kinds/episode.ts'
import type { Edit } from '../../records/plan.ts'
import type { Rule } from '../../records/rules/compile-rules.ts'
import { newRecordText } from '../../records/text/new-record.ts'
import { textNow } from '../../workspace/sheet.ts'
import { isThere } from '../../workspace/tree.ts'
import { digestPath, episodeName, episodePath } from './episode-path.ts'
import type { Verdict } from './judge-rule.ts'
import { type Done, type Hands, planAction } from './plan-actions.ts'

/** An episode as it will be, where, and what making it changes. */
export type Planned = { rule: Rule; path: string; episode: Episode; edits: Edit[] }

const modeline = '# yaml-language-server: $schema=../../workspace-setup/schemas/episode.json\n'

/** Decides the episode of something a rule noticed, with all its actions that are due at once. */
export function planEpisode(rule: Rule, verdict: Verdict, hands: Hands): Planned {
  const { subject, today, because, said } = verdict
  const { since, cause } = verdict.origin()
  const name = episodeName(rule, subject, cause)
  const occasion = { rule, subject, name, because, quote: said?.quote, today, opened: today }
  const done = rule.actions.map((action) => planAction(action, occasion, hands))
  const episode: Episode = {
    ...begin(rule, subject),
    status: 'open',
    since,
    opened: today,
    because,
    ...(said && { quote: said.quote, source: said.source }),
    urgency: rule.urgency,
    for: concerned(done),
    actions: done.map(({ action }) => action),
  }
  const path = episodePath(rule, subject, cause)
  return { rule, path, episode, edits: [write(hands, path, episode), ...done.flatMap(({ edits }) => edits)] }
}

/** Decides the file of something that holds, but not yet for as long as its rule wants. */
export function planPending(rule: Rule, verdict: Verdict, hands: Hands): Planned {
  const { subject, because } = verdict
  const { since, cause } = verdict.origin()
  const path = episodePath(rule, subject, cause)
  const episode: Episode = {
    ...begin(rule, subject),
    status: 'pending',
    since,
    because,
    urgency: rule.urgency,
    for: [],
    actions: [],
  }
  return { rule, path, episode, edits: [write(hands, path, episode)] }
}

/** Decides the one episode of many at once: people are told, tasks and forecasts of each are left to them. */
export function planDigest(rule: Rule, verdicts: readonly Verdict[], hands: Hands): Planned {
  const singles = verdicts.map((verdict) => ({ verdict, name: episodeName(rule, verdict.subject, verdict.origin().cause) }))
  const path = digestPath(
    rule,
    singles.map(({ name }) => name),
  )
  const { today } = verdicts[0]!
  const many = `${verdicts.length} at once`
  const perAction = rule.actions.map((action) => {
    if (action.do === 'create_task' || action.do === 'update_forecast')
      return [{ action: { do: action.do, without: `${many}: left to whom it concerns` }, edits: [] }]
    const each = singles.map(({ verdict, name }) =>
      planAction(action, { rule, subject: verdict.subject, name, because: verdict.because, today, opened: today }, hands),
    )
    return [...new Map(each.map((done) => [done.action.for ?? '', done])).values()]
  })
  const done = perAction.flat()
  const since = verdicts.map((verdict) => verdict.origin().since).sort()[0]!
  const episode: Episode = {
    rule: rule.name,
    ...(rule.personal && { personal: rule.personal }),
    about: rule.about,
    ...explained(rule),
    subject: rule.path,
    subjects: verdicts.map(({ subject }) => subject.key),
    status: 'open',
    since,
    opened: today,
    because: `${many}; the first: ${verdicts[0]!.because}`,
    urgency: rule.urgency,
    for: concerned(done),
    actions: done.map(({ action }) => action),
  }
  return { rule, path, episode, edits: [write(hands, path, episode)] }
}

/** Decides what has become due of an open episode; undefined when nothing has. */
export function planDue(
  rule: Rule,
  verdict: Verdict,
  standing: { path: string; sha: string; value: Episode },
  hands: Hands,
): Planned | undefined {
  const { value, path, sha } = standing
  if (value.status !== 'open' || value.subjects) return undefined
  const { subject, today, because } = verdict
  const name = path.replace(/^.*\/|\.yaml$/g, '')
  const opened = value.opened ?? value.since
  const planned = value.actions.map((action, n): Done | undefined => {
    const wanted = rule.actions[n]?.do === action.do ? rule.actions[n] : rule.actions.find((one) => one.do === action.do)
    if (action.on || !wanted) return undefined
    const done = planAction(wanted, { rule, subject, name, because, quote: value.quote, today, opened }, hands)
    return done.action.on ? done : undefined
  })
  const due = planned.filter((done) => done !== undefined)
  if (due.length === 0) return undefined
  const actions = value.actions.map(
    (action, n): EpisodeAction => (planned[n] ? { ...planned[n].action, ...(action.after && { after: action.after }) } : action),
  )
  const people = [...new Set([...value.for, ...concerned(due)])]
  const edits: Edit[] = [
    { do: 'set', path, from: sha, field: ['actions'], value: actions },
    ...(people.length > value.for.length ? [{ do: 'set', path, from: sha, field: ['for'], value: people } as const] : []),
  ]
  return {
    rule,
    path,
    episode: { ...value, because, for: people, actions: due.map(({ action }) => action) },
    edits: [...edits, ...due.flatMap((done) => done.edits)],
  }
}

const begin = (rule: Rule, { key, customer }: Verdict['subject']) => ({
  rule: rule.name,
  ...(rule.personal && { personal: rule.personal }),
  about: rule.about,
  subject: key,
  ...(customer && { customer }),
  ...explained(rule),
})

const explained = ({ value: { description } }: Rule) => (description ? { what: description } : {})

const concerned = (done: readonly Done[]) => [
  ...new Set(done.flatMap(({ person, action }) => person ?? (action.on && action.for) ?? [])),
]

function write({ tree }: Hands, path: string, episode: Episode): Edit {
  const text = modeline + newRecordText('episode', withoutEmpty(episode))
  if (!isThere(tree.place, path)) return { do: 'create', path, text }
  return { do: 'replace', path, from: textNow(tree.place, path).sha, text }
}

const withoutEmpty = ({ for: people, actions, ...rest }: Episode) => ({
  ...rest,
  ...(people.length > 0 && { for: people }),
  ...(actions.length > 0 && { actions }),
})
