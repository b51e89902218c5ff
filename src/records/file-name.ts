import { ActivityType } from './kinds/activity.ts'
import { lettersOf, slugify } from './slug.ts'

type Named = { type: string; date: string; subject: string; source?: string | undefined }

const longest = 60
const instant = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2}))?/
const offset = /(?:Z|[+-]\d{2}:?\d{2})$/
const pattern = new RegExp(
  `^(\\d{4}-\\d{2}-\\d{2})-([01]\\d|2[0-3])([0-5]\\d)-(${ActivityType.options.join('|')})(?:-(.+))?-([a-z0-9]{4})$`,
)

/**
 * The file name of an activity. `ending` is four random letters or digits from the caller; with a `source` it is not used:
 * the name then follows from what the source says (its hour in UTC), so that two people who import it make one file.
 */
export function activityFileName({ type, date, subject, source }: Named, ending: string): string {
  const written = source ? inUtc(date) : date
  const [, day, hours = '00', minutes = '00'] = instant.exec(written) ?? ['', written.slice(0, 10)]
  const head = `${day}-${hours}${minutes}-${type}`
  const tail = source ? lettersOf(source, 4) : ending
  const topic = slugify(subject, longest - head.length - tail.length - 2)
  return `${[head, topic, tail].filter(Boolean).join('-')}.md`
}

function inUtc(date: string): string {
  const at =
    date.length > 10 && offset.test(date)
      ? Date.parse(date.replace(' ', 'T').replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
      : Number.NaN
  return Number.isNaN(at) ? date : new Date(at).toISOString()
}

/** What an activity's file name says; undefined when it is named otherwise. Midnight means that only the day is known. */
export function readActivityName(name: string): { date: string; type: string; subject: string } | undefined {
  const parts = pattern.exec(name.replace(/^.*\//, '').replace(/\.md$/, ''))
  if (!parts) return undefined
  const [, day = '', hours = '', minutes = '', type = '', topic] = parts
  const date = `${hours}${minutes}` === '0000' ? day : `${day} ${hours}:${minutes}`
  return { date, type, subject: topic?.replaceAll('-', ' ') ?? type }
}
