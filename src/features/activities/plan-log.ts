import { activityFileName } from '../../records/file-name.ts'
import type { Edit } from '../../records/plan.ts'
import { newRecordText } from '../../records/text/new-record.ts'
import { sentencesOf } from './next-steps.ts'

type Logged = {
  type: string
  /** A day, or an instant with its offset. */
  date: string
  text: string
  planned: boolean
  customer: string
  by: string
  participants: readonly string[]
  deal?: string | undefined
  direction?: string | undefined
}

type Names = { ending: (of: string) => string; isTaken: (path: string) => boolean }

/** How often an ending is drawn again when a file of that name is there; by then something else is wrong. */
const tries = 20

/** Decides the file of a new activity: its name, its facts and its text. */
export function planLog(logged: Logged, names: Names): { path: string; subject: string; edit: Edit } {
  const { type, date, text, planned, customer, by, participants, deal, direction } = logged
  const subject = subjectOf(text) || type
  const path = freePath(`customers/${customer}/activities`, { type, date, subject }, names)
  const fields = {
    type,
    date,
    status: planned ? 'planned' : 'done',
    subject,
    direction: direction ?? directionOf(type, text),
    by,
    participants: participants.length > 0 ? participants : undefined,
    deal,
  }
  return { path, subject, edit: { do: 'create', path, text: newRecordText('activity', fields, text) } }
}

/** The first sentence of a text, cut at a word. */
export function subjectOf(text: string): string {
  const line = text.split(/\r?\n/).find((one) => /[\p{L}\p{N}]/u.test(one)) ?? ''
  const bare = line.replace(/^(?:[\s>#*+-]|\[[ xX]\]|\d+[.)]\s|subject:\s)+/i, '')
  const [first = ''] = sentencesOf(bare)
  const short = first.replace(/\s+/g, ' ').replace(/[\s.,;:!]+$/, '')
  return short.length > longest ? `${short.slice(0, longest - 1).replace(/\s+\S*$/, '')}…` : short
}

const longest = 60

/** Who reached out, where the words leave no doubt. */
export function directionOf(type: string, text: string): 'inbound' | 'outbound' | 'internal' | undefined {
  if (type === 'note') return 'internal'
  if (type === 'meeting') return undefined
  const start = text.slice(0, 80)
  if (
    /^(?:inbound|incoming)\b|^(?:they|he|she|\p{Lu}\p{L}+) (?:called|rang|emailed|wrote|mailed|pinged) (?:me|us|in|back)\b/u.test(
      start,
    )
  )
    return 'inbound'
  if (
    /^(?:outbound|left (?:a )?(?:voicemail|message|vm)|no answer|(?:I |we )?(?:called|rang|emailed|wrote to|pinged|tried)\b)/i.test(
      start,
    )
  )
    return 'outbound'
  return undefined
}

function freePath(folder: string, named: { type: string; date: string; subject: string }, { ending, isTaken }: Names): string {
  for (let n = 0; n < tries; n++) {
    const path = `${folder}/${activityFileName(named, ending([folder, named.date, named.type, named.subject, n || ''].join(' ').trim()))}`
    if (!isTaken(path)) return path
  }
  throw new Error(`No free name was found in ${folder} in ${tries} tries.`)
}
