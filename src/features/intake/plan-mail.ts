import type { Mail } from '../../records/mail/mail.ts'
import { askCustomer, quoted } from './ask-customer.ts'
import { type Chosen, chooseByAddress, some } from './choose-customer.ts'
import { fileActivity, filedBefore } from './file-activity.ts'
import { fileDocuments } from './file-documents.ts'
import type { Content, FilePlan, Hands } from './intake.ts'
import { nameGuests } from './name-guests.ts'
import type { Known } from './open-known.ts'
import { planCards } from './plan-cards.ts'
import { planMeetings } from './plan-meetings.ts'
import { addressesIn } from './texts-in.ts'

type Told = Pick<FilePlan, 'steps' | 'questions' | 'notes'>
type Received = Extract<Content, { is: 'mail' }>

/** Decides where a mail goes: an activity at the customer it was exchanged with, its people, and what came with it. */
export function planMail({ mail, events, cards, troubles }: Received, raw: Uint8Array, hands: Hands): Told {
  const told: Told = { steps: [], questions: [], notes: [...troubles] }
  const { known, said, filing } = hands
  const called = mail.subject || 'e-mail'
  const source = `mail:${mail.id}`
  const before = filedBefore(source, called, hands)
  if (before) return { ...told, steps: [before] }
  const isOutbound = mail.from !== undefined && known.isOurs(mail.from.address)
  const out = leaveOut(mail, isOutbound)
  if (out && !said.customer) return { ...told, steps: [{ did: 'leave out', what: 'activity', called, because: out }] }
  const date = mail.date ?? said.at
  if (date === undefined)
    return {
      ...told,
      questions: [
        {
          message: 'It does not say when it was sent.',
          hint: `dossier intake ${quoted(hands.file)} --at "2026-11-02 10:00"`,
          candidates: [],
        },
      ],
    }
  const chosen: Chosen = said.customer ? { customer: said.customer, because: 'you said so' } : choose(mail, isOutbound, known)
  if ('candidates' in chosen) return { ...told, questions: [askCustomer(chosen.why, chosen.candidates, hands)] }
  const { customer, because } = chosen
  const outside = [...(mail.from ? [mail.from] : []), ...mail.to, ...mail.cc].filter(({ address }) => !known.isOurs(address))
  const guests = nameGuests(outside, customer, {
    known,
    filing,
    because: `${isOutbound ? 'written to' : 'wrote or read'} "${called.slice(0, 60)}"`,
  })
  const ours = isOutbound ? [mail.from!] : [...mail.to, ...mail.cc].filter(({ address }) => known.isOurs(address))
  const by = ours.map(({ address }) => known.personOf(address)).find(Boolean) ?? hands.me
  const isNote = mail.kind !== 'mail' && !isOutbound
  const { step, isCut } = fileActivity(
    {
      customer,
      because,
      source,
      type: isNote ? 'note' : 'email',
      date,
      status: 'done',
      subject: called,
      direction: outside.length === 0 ? 'internal' : isOutbound ? 'outbound' : 'inbound',
      by,
      participants: guests.participants,
      ...(isOutbound && mail.kind === 'newsletter' && { tags: ['campaign'] }),
      text: mail.text,
    },
    hands,
  )
  const whole = isCut || mail.sealed ? [{ name: `${called.slice(0, 60)}.eml`, bytes: raw }] : []
  const papers = fileDocuments(
    [...mail.files, ...whole],
    { customer, because: `came with "${called.slice(0, 60)}"`, source, day: date.slice(0, 10), by, deal: said.deal },
    hands,
  )
  const with_ = events.length > 0 ? planMeetings({ events, troubles: [] }, { ...hands, said: { ...said, customer } }) : undefined
  const people = cards.length > 0 ? planCards({ cards, troubles: [] }, hands) : undefined
  const notes = [
    ...told.notes,
    ...guests.notes,
    ...papers.notes,
    ...(isNote ? [`it is ${kinds[mail.kind]}, so it is filed as a note`] : []),
    ...(mail.pictures > 0 ? [`${mail.pictures} ${mail.pictures === 1 ? 'picture' : 'pictures'} of its layout left out`] : []),
    ...(isCut ? ['its text is longer than a record holds; the whole mail is kept as a document'] : []),
    ...(mail.sealed ? [`${mail.sealed}, so the whole mail is kept as a document`] : []),
  ]
  return {
    steps: [...guests.steps, step, ...papers.steps, ...(with_?.steps ?? []), ...(people?.steps ?? [])],
    questions: [...(with_?.questions ?? []), ...(people?.questions ?? [])],
    notes: [...notes, ...(with_?.notes ?? []), ...(people?.notes ?? [])],
  }
}

const kinds = {
  mail: 'a mail',
  bounce: 'a delivery failure',
  complaint: 'a complaint',
  'auto-reply': 'an automatic reply',
  newsletter: 'a newsletter',
}

/** Why a mail is nobody's touch; undefined for what a person wrote, and for automatic replies, which are notes. */
function leaveOut({ kind, failed, from }: Mail, isOutbound: boolean): string | undefined {
  if (kind === 'bounce') {
    const who = failed.map(
      ({ address, status, reason }) => `${address}${status || reason ? ` (${[status, reason].filter(Boolean).join(', ')})` : ''}`,
    )
    return `a delivery failure${who.length > 0 ? ` for ${some(who)}` : ''}`
  }
  if (kind === 'complaint') return 'a complaint or report of a mail service'
  if (kind === 'newsletter' && !isOutbound) return `a newsletter or an automatic mail${from ? ` of ${from.address}` : ''}`
  return undefined
}

/** The sender of what came in, the receivers of what went out, then who read along; among ourselves, whom the text names. */
function choose(mail: Mail, isOutbound: boolean, known: Known): Chosen {
  const as = (how: string, people: readonly { address: string }[]) => people.map(({ address }) => ({ address, how }))
  const [from, to, cc] = [as('from', mail.from ? [mail.from] : []), as('to', mail.to), as('cc', mail.cc)]
  const chosen = chooseByAddress(isOutbound ? [to, cc] : [from, [...to, ...cc]], known)
  const isAmongUs = [...from, ...to, ...cc].every(({ address }) => known.isOurs(address))
  if ('customer' in chosen || !isAmongUs) return chosen
  return chooseByAddress(
    [
      as(
        'names',
        addressesIn(mail.text).map((address) => ({ address })),
      ),
    ],
    known,
  )
}
