import { dayIn, instantOf } from '../../../records/days/calendar.ts'
import { type Around, type Deed, dayInPath, isDay, type Paper, textIn } from './deed.ts'
import type { Member } from './read-members.ts'
import { workday, workingMinute } from './working-hours.ts'

/** A forecast that somebody submitted: the period, who, and when by their own clock. */
const forecast = /^reporting\/forecast\/([^/]+)\/([^/]+)\/(\d{4}-\d{2}-\d{2})(?:T(\d{2})-(\d{2}))?.*$/

/** What writes each kind of paper that is no customer's: the action, and the subject of its commit. */
const writers: [where: RegExp, action: string, say: (paper: Paper, day: string) => string][] = [
  [forecast, 'forecast', ({ path }) => path.replace(forecast, 'Forecast of $2 for $1')],
  [/^reporting\/pulse\/[^/]+\.yaml$/, 'trigger run', (paper) => `${textIn(paper, 'rule') ?? 'rule'}: ${subjectOf(paper)}`],
  [/^reporting\/pulse\/known\//, 'trigger run', (paper) => `${textIn(paper, 'rule') ?? 'rule'}: what already holds is known`],
  [/^reporting\/approvals\//, 'ask', ({ slug }) => `Approval ${slug}`],
  [/^reporting\//, 'report run', ({ slug }) => `Report ${slug}`],
  [/^personal\/[^/]+\/daily-plans\//, 'brief', ({ path }, day) => `Daily plan of ${path.split('/')[1]} for ${day}`],
  [/^workspace-setup\/people\//, 'save', (paper) => `${textIn(paper, 'name') ?? paper.slug} joins the team`],
  [/^workspace-setup\/quotas\//, 'save', ({ slug }) => `Goals for ${slug}`],
  [/(?:)/, 'save', ({ path }) => `New: ${path}`],
]

const subjectOf = (paper: Paper) =>
  (textIn(paper, 'subject') ?? paper.slug)
    .replace(/^customers\/|\/customer\.md$|\.md$/g, '')
    .replace(/\/(?:deals|contacts)\//, '/')

/** When a file outside of customers/ came, by its name or what it says; undefined where nothing tells. */
export function datePaper(paper: Paper, around: Around): Deed | undefined {
  const { path, data } = paper
  const said = whenOf(paper)
  if (!said) return undefined
  const by = whoOf(paper, around)
  const day = said.slice(0, 10)
  const at = said.length > 10 ? instantOf(said, by.zone) : early(workday(day), by, path, around)
  const [, action, say] = writers.find(([where]) => where.test(path))!
  const because = action === 'trigger run' && typeof data['because'] === 'string' ? data['because'] : undefined
  return { at, by, action, subject: say(paper, day), ...(because && { because }), path, day: dayIn(by.zone, at) }
}

/** Reports and plans are written in the first hour of a working day. */
function early(day: string, by: Member, about: string, { draw }: Around): Date {
  return workingMinute(day, { ...by, to: Math.min(by.to, by.from + 60) }, about, draw)
}

function whenOf(paper: Paper): string | undefined {
  const quarter = /^workspace-setup\/quotas\/(\d{4})-Q([1-4])\.yaml$/.exec(paper.path)
  if (quarter) return `${quarter[1]}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}-01`
  const [, , , day, hours, minutes] = forecast.exec(paper.path) ?? []
  if (day) return hours ? `${day}T${hours}:${minutes}` : day
  if (paper.path.startsWith('workspace-setup/people/')) return textIn(paper, 'from')
  const keys = ['at', 'taken', 'taken_at', 'submitted', 'as_of', 'since', 'created', 'on', 'date', 'day']
  return keys.map((key) => textIn(paper, key)).find(isDay) ?? dayInPath(paper.path)
}

function whoOf({ path, data }: Paper, { members }: Around): Member {
  const own = /^(?:reporting\/)?personal\/([^/]+)\//.exec(path)?.[1] ?? forecast.exec(path)?.[2]
  const listed = Array.isArray(data['for']) ? data['for'][0] : undefined
  return members.of(own ?? data['by'] ?? data['submitted_by'] ?? data['person'] ?? data['owner'] ?? listed)
}
