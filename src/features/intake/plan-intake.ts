import type { WorkspaceSettings } from '../../records/kinds/workspace-settings.ts'
import { type Dropped, readDropped, type Taken } from '../../workspace/intake/inbox.ts'
import { openDealsOf } from '../../workspace/open-named.ts'
import type { People } from '../../workspace/people.ts'
import type { Place } from '../../workspace/place.ts'
import { isThere } from '../../workspace/tree.ts'
import { askCustomer, quoted } from './ask-customer.ts'
import { fileDocuments } from './file-documents.ts'
import { type Content, emptyFiling, type FilePlan, type Filing, type Hands, type Said } from './intake.ts'
import { openKnown } from './open-known.ts'
import { planCards } from './plan-cards.ts'
import { planMail } from './plan-mail.ts'
import { planMeetings } from './plan-meetings.ts'
import { planTalk } from './plan-talk.ts'
import { recognise } from './recognise.ts'
import { textsIn } from './texts-in.ts'
import { tidyPhones } from './tidy-phones.ts'

type Asked = { people: People; settings: WorkspaceSettings; said: Said; now: Date; me?: string | undefined }

/** What an intake comes to: file by file, and all of it together; `taken` are the files of which nothing is left to ask. */
export type Intake = { files: FilePlan[]; filing: Filing; taken: Taken[] }

/** How much is read in one run, in bytes; what is beyond waits for the next. */
const most = 400_000_000

/** Decides what becomes of dropped files. Nothing is written. */
export async function planIntake(
  place: Place,
  dropped: readonly Dropped[],
  { people, settings, said, now, me }: Asked,
): Promise<Intake> {
  const zone = settings.timezone
  const read: { one: Dropped; taken?: Taken; bytes: Buffer; content: Content }[] = []
  let size = 0
  for (const one of dropped) {
    size += one.refused ? 0 : one.size
    const why =
      one.refused ?? (size > most ? `it waits for the next run: at most ${most / 1_000_000} MB are read at once` : undefined)
    if (why) read.push({ one, bytes: Buffer.alloc(0), content: { is: 'unreadable', why } })
    else {
      const { bytes, taken } = readDropped(one)
      const content = await tidyPhones(await recognise(bytes, { name: one.name, now, zone }), settings.phone_country)
      read.push({ one, taken, bytes, content })
    }
  }
  const known = await openKnown(place, { people, settings, texts: read.flatMap(({ content }) => textsIn(content)) })
  const filing = emptyFiling()
  const hands = {
    known,
    filing,
    said,
    now,
    zone,
    me,
    dealsOf: (customer: string) =>
      customer === '_unassigned' ? [] : openDealsOf(place, customer).map(({ slug, value }) => ({ slug, opened: value.opened })),
    isThere: (path: string) => isThere(place, path),
  }
  const files = read.map(({ one, bytes, content }): FilePlan => {
    const planned = planFile(
      content,
      { name: one.name, bytes, isRefused: one.refused !== undefined },
      { ...hands, file: one.file },
    )
    return { file: one.file, is: content.is, ...planned }
  })
  const taken = read.flatMap((one, n) => (one.taken && files[n]!.questions.length === 0 ? [one.taken] : []))
  return { files, filing, taken }
}

type File = { name: string; bytes: Uint8Array; isRefused: boolean }

function planFile(content: Content, file: File, hands: Hands): Pick<FilePlan, 'steps' | 'questions' | 'notes'> {
  const told = { steps: [], questions: [], notes: [] }
  const { said } = hands
  if (content.is === 'mail') return planMail(content, file.bytes, hands)
  if (content.is === 'cards') return nothingIn(content.cards, 'no card with a name', planCards(content, hands))
  if (content.is === 'calendar') return nothingIn(content.events, 'no meeting', planMeetings(content, hands))
  if (content.is === 'talk') return planTalk(content.talk, file, hands)
  if (content.is === 'table') {
    const hint = `dossier import csv ${quoted(hands.file)}`
    return { ...told, questions: [{ message: 'It is a table; import shows what its rows would become.', hint, candidates: [] }] }
  }
  if (file.isRefused || file.bytes.length === 0) {
    const why = content.is === 'unreadable' ? content.why : 'it cannot be read'
    return { ...told, questions: [{ message: `It is not filed: ${why}.`, hint: 'take it out of the inbox', candidates: [] }] }
  }
  if (said.customer && said.customer !== '_unassigned') {
    const { customer, deal } = said
    const papers = fileDocuments(
      [file],
      { customer, because: 'you said so', deal, day: said.at?.slice(0, 10), by: hands.me },
      hands,
    )
    return { ...told, ...papers }
  }
  const what =
    content.is === 'unreadable'
      ? `It cannot be read: ${content.why}`
      : `It is no mail, card, calendar, table or text (${content.type})`
  return { ...told, questions: [askCustomer(`${what}; with a customer it is kept as a document`, [], hands)] }
}

/** A file of a known kind in which nothing was found is a question, not something done. */
function nothingIn(found: readonly unknown[], what: string, told: Pick<FilePlan, 'steps' | 'questions' | 'notes'>) {
  if (found.length > 0) return told
  return {
    ...told,
    questions: [
      {
        message: `There is ${what} in it${told.notes.length > 0 ? `: ${told.notes.join('; ')}` : ''}.`,
        hint: 'take it out of the inbox',
        candidates: [],
      },
    ],
    notes: [],
  }
}
