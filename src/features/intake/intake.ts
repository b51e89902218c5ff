import type { CalendarEvent } from '../../records/calendar/event.ts'
import type { Mail } from '../../records/mail/mail.ts'
import type { Edit } from '../../records/plan.ts'
import type { Card } from '../../records/vcard/card.ts'
import type { NewFile } from '../../workspace/write/put-bytes.ts'
import type { Known } from './open-known.ts'
import type { Talk } from './read-talk.ts'

/** What a dropped file turned out to be, by what it says and not by its name. */
export type Content =
  | { is: 'mail'; mail: Mail; events: CalendarEvent[]; cards: Card[]; troubles: string[] }
  | { is: 'cards'; cards: Card[]; troubles: string[] }
  | { is: 'calendar'; events: CalendarEvent[]; troubles: string[] }
  | { is: 'table' }
  | { is: 'talk'; talk: Talk }
  | { is: 'other'; type: string; bytes: Uint8Array }
  | { is: 'unreadable'; why: string }

/** One thing that became of a file, or of a part of it. */
export type Step = {
  did: 'file' | 'update' | 'known' | 'leave out'
  what: 'activity' | 'contact' | 'document'
  /** What it is called: a subject, a name, a file. */
  called: string
  /** Where it goes, or is already. */
  path?: string
  customer?: string
  /** What decided: the address, domain or name. */
  because: string
}

/** What a person has to say before something can be filed. */
export type Question = { message: string; hint: string; candidates: string[] }

/** What is to be done with one file. Without a question all of it is done, and it leaves the inbox. */
export type FilePlan = { file: string; is: Content['is']; steps: Step[]; questions: Question[]; notes: string[] }

/** What a person said besides, for the files they named. */
export type Said = { customer?: string; deal?: string; type?: string; at?: string }

/** What all files together come to; later ones see what earlier ones make. */
export type Filing = {
  edits: Edit[]
  files: NewFile[]
  /** Paths that will be there, by what made them. */
  made: Map<string, string>
  /** Sources that will be there. */
  sources: Map<string, string>
  /** Contacts that will be there, by customer and address. */
  contacts: Map<string, string>
}

/** A filing before the first file. */
export const emptyFiling = (): Filing => ({ edits: [], files: [], made: new Map(), sources: new Map(), contacts: new Map() })

/** What a plan of one file is made with. */
export type Hands = {
  known: Known
  filing: Filing
  said: Said
  now: Date
  /** The clock of times that name none: the workspace's, so that two people read them alike. */
  zone: string
  me?: string | undefined
  /** How the file is named in a command. */
  file: string
  /** The open deals of a customer, when the deal is not said. */
  dealsOf: (customer: string) => { slug: string; opened?: string | undefined }[]
  isThere: (path: string) => boolean
}
