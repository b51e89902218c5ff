import { addDays, dayIn, daysBetween, instantOf } from '../../records/days/calendar.ts'
import { findKeyword, listenFor, type Said as Sentence } from '../../records/keywords/find-keyword.ts'
import { type Activity, isDone } from '../../records/kinds/activity.ts'
import { type Contact, tellContact } from '../../records/kinds/contact.ts'
import type { Rule } from '../../records/rules/compile-rules.ts'
import { fieldPlace } from '../../records/text/front-matter.ts'
import type { Kept } from '../../workspace/records.ts'
import { isAnswer } from '../../workspace/scope.ts'
import { inOrder } from '../../workspace/tree.ts'
import { type Subject, subjectOf, type Tree } from './open-tree.ts'

/** A phrase of a rule that was said: the sentence, where it stands, and in which activity. */
export type Said = { keyword: string; quote: string; source: string; path: string; day: string; text: string }

type Asked = { rule: Rule; subject: Subject; tree: Tree; team: readonly string[] }

/** Finds what a rule listens for, the newest first, or says why nothing was heard; `team` are the names of our people. */
export function findSaid({
  rule,
  subject,
  tree,
  team,
}: Asked): { said: Said; because?: undefined } | { because: string; said?: undefined } {
  const ours = namesOfOurs(team, subject, tree)
  if (subject.task) {
    const { text, path, line } = subject.task
    const found = findKeyword(text, rule.keywords, { ours })
    const day = tree.todayOf(subject)
    return found
      ? { said: { keyword: found.keyword, quote: found.sentence, source: `${path}:${line}`, path, day, text } }
      : nothing
  }
  const recent = activitiesOf(rule, subject, tree).filter((record) => isRecent(record, rule, tree))
  const heard = recent.filter(({ value }) => !isOurs(value))
  let left: Sentence | undefined
  for (const record of heard.toSorted((a, b) => inOrder(b.path, a.path))) {
    const { said, open } = findIn(record, rule.keywords, ours)
    if (said) return { said: { ...said, path: record.path, day: dayOf(record, tree), text: record.text } }
    left ??= open
  }
  if (left) return { because: `"${left.keyword}" was denied, asked or left open: “${left.sentence}”` }
  if (heard.length === 0 && recent.length > 0) return { because: 'our own words' }
  if (recent.length === 0) return { because: `nothing was said in ${rule.within} days` }
  return nothing
}

/** Our people as a transcript calls them: by first name too, unless somebody of the customer has the same. */
function namesOfOurs(team: readonly string[], { customer = '_unassigned' }: Subject, tree: Tree): string[] {
  const first = (name: string) => name.toLowerCase().split(' ')[0]!
  const theirs = new Set(tree.beside('contact', customer).map(({ value }) => first(value.name)))
  return team.flatMap((name) => (theirs.has(first(name)) ? [name] : [name, first(name)]))
}

const nothing = { because: 'none of its keywords was said' }

/** The words of a mail or chat that we sent, or wrote among ourselves, are not the customer's; our notes of a call are about theirs. */
const isOurs = ({ type, direction }: Activity) =>
  (type === 'email' || type === 'chat') && (direction === 'outbound' || direction === 'internal')

function activitiesOf(rule: Rule, { record, customer = '_unassigned' }: Subject, tree: Tree): Kept<'activity'>[] {
  if (record.kind === 'activity') return [record as Kept<'activity'>]
  const all = tree.activitiesSince(firstDayOf(rule, tree), customer)
  if (record.kind === 'deal') return all.filter(({ value }) => value.deal === record.slug)
  if (record.kind !== 'contact') return all
  const isIt = tellContact(record.slug, record.value as Contact)
  return all.filter(({ value }) => (value.participants ?? []).some(isIt))
}

function findIn({ path, text, body, value, read }: Kept<'activity'>, keywords: readonly string[], ours: readonly string[]) {
  const tell = ({ keyword, sentence }: Sentence, line: number) => ({ keyword, quote: sentence, source: `${path}:${line}` })
  const { said, open } = listenFor(body, keywords, { ours })
  if (said) return { said: tell(said, text.slice(0, text.length - body.length).split('\n').length - 1 + said.line) }
  const titled = isAnswer(value.subject) ? {} : listenFor(value.subject, keywords, { ours })
  if (titled.said) return { said: tell(titled.said, fieldPlace(read.sheet, ['subject']).line) }
  return { open: open ?? titled.open }
}

/** Whether an activity took place within the days a rule listens to. */
export function isRecent(record: Kept<'activity'>, { within }: Rule, tree: Tree): boolean {
  const subject = subjectOf(record)
  const at = instantOf(record.value.date, tree.zoneOf(subject))
  return isDone(record.value) && at <= tree.now && daysBetween(dayOf(record, tree), tree.todayOf(subject)) <= within
}

function dayOf(record: Kept<'activity'>, tree: Tree): string {
  const zone = tree.zoneOf(subjectOf(record))
  return dayIn(zone, instantOf(record.value.date, zone))
}

/** The day before the oldest an activity may be for a rule's keywords: names of files may be a day off in another zone. */
export const firstDayOf = ({ within }: Rule, { now }: Pick<Tree, 'now'>) => addDays(dayIn('UTC', now), -within - 1)
