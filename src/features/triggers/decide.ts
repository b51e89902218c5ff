import { daysBetween } from '../../records/days/calendar.ts'
import type { Rule } from '../../records/rules/compile-rules.ts'
import type { Kept } from '../../workspace/records.ts'
import { episodePath } from './episode-path.ts'
import type { Verdict } from './judge-rule.ts'
import type { State } from './read-state.ts'

type Episode = Kept<'episode'>

/** What becomes of a rule in one evaluation. */
export type Decision = {
  rule: Rule
  /** The rule was never evaluated before: what holds now is no news. */
  isFirst: boolean
  fired: Verdict[]
  /** It holds, and held when the rule was first seen. */
  known: Verdict[]
  /** It holds, but does not fire; why is in `because`. */
  quiet: { verdict: Verdict; because: string }[]
  /** It holds, not yet for as long as the rule wants, and only a file can tell since when. */
  pending: { verdict: Verdict; episode?: Episode }[]
  /** Its episode is open and stays so. */
  standing: { verdict: Verdict; episode: Episode }[]
  /** Open episodes whose condition has stopped to hold. */
  ended: Episode[]
  /** What waited in vain. */
  dropped: Episode[]
  /** Digests of which some subjects have ended. */
  shrunk: { episode: Episode; subjects: string[] }[]
}

type Asked = {
  includeKnown?: boolean
  /** Whether a subject's file is there and could not be read: its episodes then stay as they are. */
  isUnread: (path: string) => boolean
}

/** One that a person resolved has no day on which it ended: while its condition holds, it keeps another from opening. */
const isOpen = ({ value }: Episode) => value.status !== 'pending' && (value.status !== 'resolved' || value.resolved === undefined)

/** Decides what a rule does about what it found (design.md 8): fire, stay silent, or end what has ended. */
export function decide(rule: Rule, verdicts: readonly Verdict[], { episodes, known: files }: State, asked: Asked): Decision {
  const { includeKnown = false, isUnread } = asked
  const decision: Decision = {
    rule,
    isFirst: files.length === 0,
    fired: [],
    known: [],
    quiet: [],
    pending: [],
    standing: [],
    ended: [],
    dropped: [],
    shrunk: [],
  }
  const holding = new Set(verdicts.filter(({ holds, wrong }) => holds || wrong).map(({ subject }) => subject.key))
  const goesOn = (key: string) => holding.has(key) || isUnread(key.replace(/#.*$/, ''))
  const standing = new Map<string, Episode>()
  for (const episode of episodes.filter(isOpen)) {
    const { subject, subjects } = episode.value
    const left = (subjects ?? [subject]).filter(goesOn)
    for (const key of left) standing.set(key, episode)
    if (left.length === 0) decision.ended.push(episode)
    else if (subjects && left.length < subjects.length) decision.shrunk.push({ episode, subjects: left })
  }
  const waiting = new Map(episodes.filter(({ value }) => value.status === 'pending').map((one) => [one.value.subject, one]))
  decision.dropped = [...waiting].flatMap(([key, episode]) => (goesOn(key) ? [] : [episode]))
  const knownKeys = new Set(files.flatMap(({ value }) => value.pairs))
  const past = bySubject(episodes.filter(({ value }) => value.status === 'resolved'))

  for (const verdict of verdicts) {
    const { key } = verdict.subject
    const episode = standing.get(key)
    if (!verdict.holds) decision.quiet.push({ verdict, because: verdict.because })
    else if (episode) decision.standing.push({ verdict, episode })
    else if (!includeKnown && (decision.isFirst || knownKeys.has(key))) decision.known.push(verdict)
    else judgeNew(decision, verdict, waiting.get(key), past.get(key) ?? [])
  }
  return decision
}

/** Episodes by what they are about; a digest is about many. */
function bySubject(episodes: readonly Episode[]): Map<string, Episode[]> {
  const pairs = episodes.flatMap((episode) =>
    (episode.value.subjects ?? [episode.value.subject]).map((key) => ({ key, episode })),
  )
  const grouped = Map.groupBy(pairs, ({ key }) => key)
  return new Map([...grouped].map(([key, own]) => [key, own.map(({ episode }) => episode)]))
}

/** Something that is news: whether it has held long enough, and whether its last episode is long enough ago. */
function judgeNew(decision: Decision, verdict: Verdict, waits: Episode | undefined, past: readonly Episode[]): void {
  const { rule, quiet, pending, fired } = decision
  const { subject, today } = verdict
  const { since, cause, isDated } = verdict.origin()
  const path = episodePath(rule, subject, cause)
  if (rule.cause !== 'values' && past.some((episode) => episode.path === path)) {
    quiet.push({ verdict, because: `${verdict.because}, which was noticed before (${path})` })
    return
  }
  const over = past
    .map(({ value }) => value.resolved ?? value.since)
    .sort()
    .at(-1)
  if (over !== undefined && rule.again > 0 && daysBetween(over, today) < rule.again) {
    quiet.push({ verdict, because: `${verdict.because}; silent for ${rule.value.again} since it ended on ${over}` })
    // How long it holds counts during the silence as well.
    if (rule.holds > 0 && !isDated) pending.push({ verdict, ...(waits && { episode: waits }) })
    return
  }
  const begun = waits?.value.since ?? since
  if (daysBetween(begun, today) < rule.holds) {
    quiet.push({ verdict, because: `${verdict.because}, since ${begun}; it must hold for ${rule.value.for}` })
    if (!isDated) pending.push({ verdict, ...(waits && { episode: waits }) })
    return
  }
  fired.push(waits ? { ...verdict, origin: () => ({ since: begun, cause, isDated }) } : verdict)
}
