import { dayIn, instantOf, offsetIn } from '../../../records/days/calendar.ts'
import { kindOf, slugInPath } from '../../../records/kinds.ts'
import { readFrontMatter } from '../../../records/text/front-matter.ts'
import type { PastCommit } from '../../../workspace/start/write-history.ts'
import { customerIn } from '../../../workspace/tree.ts'
import { dateCustomer } from './date-customer.ts'
import { datePaper } from './date-paper.ts'
import { dateSteps } from './date-steps.ts'
import type { Around, Deed, Paper } from './deed.ts'
import { readChanges, textOn } from './read-changes.ts'
import { type Member, readMembers } from './read-members.ts'
import { daysBefore, drawBy, workingMinute } from './working-hours.ts'

type Given = {
  /** The files the history ends with, by path. */
  files: ReadonlyMap<string, string>
  /** The text of .sample-history.yaml, moved to the same days. */
  changes: string
  /** The sample's present day, and the instant no commit may come after. */
  today: string
  now: Date
  zone: string
  seed: string
}

/** The subject of the first commit. */
export const beginning = 'Bring our customers and papers here'

/** How much of the past is told commit by commit, in days; what is older was there at the beginning. */
const past = 26 * 7

/** Tells how the sample came to be: what a team would have committed in the six months up to its present, oldest first. */
export function planHistory({ files, changes, today, now, zone, seed }: Given): PastCommit[] {
  const members = readMembers(files, zone)
  const evening = instantOf(`${today}T18:00`, zone)
  const around: Around = {
    changes: readChanges(changes),
    members,
    draw: drawBy(seed),
    zone,
    until: evening < now ? evening : now,
    today,
  }
  const papers = [...files].map(([path, text]): Paper => {
    const data = /\.(?:md|ya?ml)$/.test(path) ? readFrontMatter(path, text).data : {}
    return { path, text, kind: kindOf(path), slug: slugInPath(path), data }
  })
  const start = workingMinute(daysBefore(today, past), members.lead, 'beginning', around.draw)
  const deeds = dateAll(papers, around)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .map((deed) => ({ ...deed, at: deed.at > around.until ? around.until : deed.at }))
  return tell(papers, deeds, start, around)
}

function dateAll(papers: readonly Paper[], around: Around): Deed[] {
  const homes = new Set(papers.filter(({ kind }) => kind === 'customer').map(({ path }) => customerIn(path)))
  const groups = Map.groupBy(papers, ({ path }) => (homes.has(customerIn(path)) ? customerIn(path) : undefined))
  return [...groups].flatMap(([customer, own]) => {
    const born = customer ? dateCustomer(customer, own, around) : own.flatMap((paper) => datePaper(paper, around) ?? [])
    const changed = own.filter(({ path }) => around.changes.has(path))
    return [...born, ...changed.flatMap((paper) => dateSteps(paper, born, around))]
  })
}

/** Commits for all that came later, after one that holds what was there at the beginning. */
function tell(papers: readonly Paper[], deeds: readonly Deed[], start: Date, { changes, members, zone }: Around): PastCommit[] {
  const texts = new Map(papers.map(({ path, text }) => [path, text]))
  const later = deeds.filter(({ at }) => at > start)
  const born = new Set(deeds.filter(({ at }) => at <= start).map(({ path }) => path))
  const dated = new Set(deeds.map(({ path }) => path))
  const written = new Map<string, { text: string; day: string }>()
  const write = (path: string, day: string) => {
    const before = written.get(path)
    const last = before && before.day > day ? before.day : day
    const text = textOn(path, texts.get(path)!, changes, last)
    written.set(path, { text, day: last })
    return text === before?.text ? [] : [{ path, text }]
  }
  const first = papers.filter(({ path }) => !dated.has(path) || born.has(path)).map(({ path }) => path)
  const began = { at: start, by: members.lead, action: 'init', subject: beginning }
  return [
    commit(
      began,
      first.toSorted().flatMap((path) => write(path, dayIn(zone, start))),
    ),
    ...later.flatMap((deed) => {
      const changed = write(deed.path, deed.day)
      return changed.length > 0 ? [commit(deed, changed)] : []
    }),
  ]
}

type Told = { at: Date; by: Member; action: string; subject: string; because?: string }

const commit = ({ at, by, action, subject, because }: Told, files: PastCommit['files']): PastCommit => ({
  author: { name: by.name, email: by.email },
  at,
  offset: offsetIn(by.zone, at),
  subject,
  action,
  actor: by.slug,
  because: because ?? `asked by ${by.slug}`,
  files,
})
