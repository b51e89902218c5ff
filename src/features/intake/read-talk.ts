import { hashOf } from '../../records/hash.ts'
import { dayNamed } from './find-date.ts'
import { addressesIn } from './texts-in.ts'

/** A transcript or note, as far as its words tell what it is. */
export type Talk = {
  text: string
  /** A hash of its words: what tells it from others, for everybody who has it. */
  id: string
  /** Who speaks, in the order they first do; nobody in a note. */
  speakers: string[]
  title?: string
  /** When it was, as it says itself: a day, or a day and a time of the clock. */
  date?: string
  /** The company it says it is about. */
  company?: string
  /** Who it says took part. */
  people: string[]
  addresses: string[]
  isCall: boolean
}

const label =
  /^[\s*_>#-]{0,6}(?:[[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?\s*[-–]?\s*)?[*_]{0,2}(?<name>\p{L}[\p{L}\p{M}.'’-]*(?: [\p{L}\p{M}.'’-]+){0,3})(?:\s?\([^()]{0,40}\))?[*_]{0,2}\s?(?:[[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s?)?:[*_]{0,2}\s+(?=\S)/u
const heading = /^[\s*_>#-]{0,6}(?<key>\p{L}[\p{L} ]{1,20}?)[*_]{0,2}\s?:[*_]{0,2}\s+(?<value>\S.*)$/u
/** Lines that are headings of a note, not speakers of a talk. */
const keys = {
  date: /^(?:date|datum|when|recorded(?: on)?|meeting date|call date|held(?: on)?|day|fecha|data)$/i,
  title: /^(?:title|subject|topic|meeting|call|betreff|thema|titel|re)$/i,
  company: /^(?:customer|company|account|client|kunde|firma|organi[sz]ation)$/i,
  people: /^(?:attendees|participants|present|with|teilnehmer|people|who)$/i,
  other:
    /^(?:from|to|cc|type|status|location|where|duration|agenda|notes?|summary|actions?|next steps?|todo|action items?|decisions?|question|answer|note|link|url|https?|source|tags?|owner|host|transcript|recording|time|deal)$/i,
}
/** Lines at the top in which a note says what it is. */
const top = 20
const longest = 2_000_000

/** Reads a transcript or a note: who speaks, and what it says of itself in its first lines. `name` is that of the file. */
export function readTalk(written: string, name: string): Talk {
  const text = withoutCues(written.slice(0, longest).replace(/\r\n?/g, '\n'))
  const lines = text.split('\n').map((line) => line.slice(0, 5_000))
  const said = new Map<string, string>()
  for (const line of lines.slice(0, top)) {
    const { key, value = '' } = heading.exec(line)?.groups ?? {}
    const found = key && Object.entries(keys).find(([, pattern]) => pattern.test(key.trim()))?.[0]
    if (found && !said.has(found)) said.set(found, value.replace(/[*_]+$/, '').trim())
  }
  const turns = lines.flatMap((line) => {
    const who = label.exec(line)?.groups?.['name']
    return who && !Object.values(keys).some((pattern) => pattern.test(who)) ? [who] : []
  })
  const filled = lines.filter((line) => line.trim() !== '').length
  const speakers = [...new Set(turns)]
  const isTalk = turns.length >= 3 && turns.length > speakers.length && turns.length >= filled * 0.2
  const [, h1] = /^\s*#{1,2}\s+(\S.*)$/m.exec(lines.slice(0, top).join('\n')) ?? []
  const title = said.get('title') ?? h1?.trim()
  const date = dayNamed([said.get('date') ?? '', name.replace(/[_]/g, ' '), title ?? '', ...lines.slice(0, 3)])
  const company = said.get('company')
  return {
    text,
    id: hashOf('sha256', text.replace(/\s+/g, ' ').trim()).slice(0, 16),
    speakers: isTalk ? speakers.slice(0, 50) : [],
    ...(title && { title: title.slice(0, 200) }),
    ...(date && { date }),
    ...(company && { company: company.slice(0, 200) }),
    people: (said.get('people') ?? '')
      .split(/[,;]|\sand\s|\sund\s/)
      .map((one) => one.replace(/\(.*?\)|<.*?>/g, '').trim())
      .filter((one) => one.length > 1 && one.length < 60)
      .slice(0, 50),
    addresses: addressesIn(text).slice(0, 100),
    isCall: /\b(?:call|phone|dial|anruf|telefonat|telefon)/i.test(`${name} ${title ?? ''}`),
  }
}

/** WebVTT and SRT without their numbers and times: `<v Jo Park>Hello` is Jo Park: Hello. */
function withoutCues(text: string): string {
  if (!/^\uFEFF?WEBVTT|^\uFEFF?\s*\d+\s*\n\d{2}:\d{2}:\d{2}[,.]\d{3} -->/.test(text)) return text
  return text
    .split('\n')
    .filter((line) => !/^\uFEFF?WEBVTT|-->|^\s*\d+\s*$|^NOTE\b/.test(line))
    .map((line) => line.replace(/^<v(?:\.[\w.]+)? ([^<>]{1,60})>/, '$1: ').replace(/<\/?[a-z][^<>]{0,60}>/gi, ''))
    .filter((line) => line.trim() !== '')
    .join('\n')
}

type Turn = { speaker?: unknown; name?: unknown; speaker_name?: unknown; content?: unknown; text?: unknown; transcript?: unknown }

/** The words of a transcript in JSON, as lines with their speakers; undefined when it is none. */
export function readJsonTalk(written: string): string | undefined {
  let data: unknown
  try {
    data = JSON.parse(written)
  } catch {
    return undefined
  }
  const lists = Array.isArray(data) ? [data] : Object.values((data ?? {}) as Record<string, unknown>).filter(Array.isArray)
  for (const list of lists) {
    const lines = (list as unknown[]).flatMap((one) => lineOf(one as Turn | null) ?? [])
    if (lines.length >= 2 && lines.length >= (list as unknown[]).length * 0.8) return lines.join('\n')
  }
  return undefined
}

function lineOf(turn: Turn | null): string | undefined {
  if (typeof turn !== 'object' || turn === null) return undefined
  const who = turn.speaker ?? turn.speaker_name ?? turn.name
  const said = turn.content ?? turn.text ?? turn.transcript
  if ((typeof who !== 'string' && typeof who !== 'number') || typeof said !== 'string') return undefined
  return `${String(who).replace(/\s+/g, ' ').trim().slice(0, 60)}: ${said.replace(/\s+/g, ' ').trim()}`
}
