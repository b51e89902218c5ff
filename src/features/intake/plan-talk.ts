import { instantOf, stampIn } from '../../records/days/calendar.ts'
import { ActivityType } from '../../records/kinds/activity.ts'
import { tameLine } from '../../records/text/tame-text.ts'
import { askCustomer, quoted } from './ask-customer.ts'
import { type Chosen, chooseByAddress, some } from './choose-customer.ts'
import { fileActivity, filedBefore } from './file-activity.ts'
import { fileDocuments } from './file-documents.ts'
import type { FilePlan, Hands } from './intake.ts'
import { addressesOf } from './open-known.ts'
import type { Talk } from './read-talk.ts'

type Told = Pick<FilePlan, 'steps' | 'questions' | 'notes'>

/** Decides where a transcript or note goes: by the company it says it is about, by those who speak, by names it names. */
export function planTalk(talk: Talk, file: { name: string; bytes: Uint8Array }, hands: Hands): Told {
  const told: Told = { steps: [], questions: [], notes: [] }
  const { said, now, zone, known } = hands
  const words = file.name.replace(/\.\w{1,5}$/, '').replace(/[_-]+/g, ' ')
  const subject =
    tameLine(talk.title ?? words.replace(/\b20\d{2} ?\d{2} ?\d{2}(?: \d{4})?\b/g, '')).slice(0, 100) || firstLine(talk.text)
  const source = `text:${talk.id}`
  const before = filedBefore(source, subject, hands)
  if (before) return { ...told, steps: [before] }
  const chosen = choose(talk, words, hands)
  const at = said.at ?? talk.date
  const question = 'candidates' in chosen ? askCustomer(chosen.why, chosen.candidates, hands) : undefined
  if (question) told.questions.push(question)
  if (at === undefined) {
    const when = '--at "2026-11-02 10:00"'
    const hint = question ? question.hint.replace(/( \(or .*\))?$/, ` ${when}$1`) : `dossier intake ${quoted(hands.file)} ${when}`
    told.questions = [...told.questions, { message: 'When was it? It names no day with its year.', hint, candidates: [] }]
  }
  if ('candidates' in chosen || at === undefined) return told
  const { customer, because } = chosen
  const date = at.length === 16 || at.endsWith('Z') ? stampIn(zone, instantOf(at, zone)) : at
  const type = ActivityType.safeParse(said.type).data ?? (talk.speakers.length === 0 ? 'note' : talk.isCall ? 'call' : 'meeting')
  const names = [...talk.speakers, ...talk.people]
  const by = names.map((name) => known.personOf(name)).find(Boolean) ?? hands.me
  const { step, isCut } = fileActivity(
    {
      customer,
      because,
      source,
      type,
      date,
      status: instantOf(date, zone) > now ? 'planned' : 'done',
      subject,
      ...(type === 'note' && { direction: 'internal' as const }),
      by,
      participants: participantsOf(talk, customer, hands),
      text: withoutFences(talk.text),
    },
    hands,
  )
  told.steps.push(step)
  if (!isCut) return told
  const papers = fileDocuments(
    [file],
    { customer, because: `is the whole of "${subject}"`, source, day: date.slice(0, 10), by, deal: said.deal },
    hands,
  )
  const note = 'its text is longer than a record holds; the whole file is kept as a document'
  return { ...told, steps: [...told.steps, ...papers.steps], notes: [...told.notes, ...papers.notes, note] }
}

/** What the text says itself, then who speaks or is written to, then whom it names: the first that tells anything decides. */
function choose({ company, text, title = '', addresses, speakers, people }: Talk, words: string, { known, said }: Hands): Chosen {
  if (said.customer) return { customer: said.customer, because: 'you said so' }
  const named = company ? known.customersNamed(company) : []
  if (named.length === 1) return { customer: named[0]!, because: `it says it is about ${company}` }
  if (named.length > 1) return { candidates: named, why: `several are called ${company}` }
  const byAddress = chooseByAddress([addresses.map((address) => ({ address, how: 'names' }))], known)
  const bySpeaker = [...speakers, ...people].flatMap((name) =>
    known.personOf(name)
      ? []
      : known
          .contactsNamed(name)
          .map(({ customer, slug }) => ({ customer: customer!, who: `${name}, who is ${customer}/${slug}` })),
  )
  const found = new Map([
    ...bySpeaker.map(({ customer, who }): [string, string] => [customer, `${who}, takes part`]),
    ...('customer' in byAddress
      ? [[byAddress.customer, byAddress.because] as [string, string]]
      : byAddress.candidates.map((slug): [string, string] => [slug, `it names ${slug}`])),
  ])
  const near = (scope: string) => {
    const there = known.customersIn(scope)
    return new Map(there.map(({ slug, name }): [string, string] => [slug, `it names ${name}`]))
  }
  const inName = known.customersInName(words).map((slug): [string, string] => [slug, 'the name of the file says so'])
  for (const tier of [found, new Map([...near(`in ${title}`), ...inName]), near(text)]) {
    const [one] = tier
    if (one && tier.size === 1) return { customer: one[0], because: one[1] }
    if (tier.size > 1) return { candidates: tier.keys().toArray().sort(), why: `several fit: ${some(tier.values().toArray())}` }
  }
  return {
    candidates: [],
    why: company ? `no customer is called ${tameLine(company)}` : 'nobody in it is known, and no customer is named',
  }
}

/** Contacts of the customer who speak, take part or are written to; a first name is enough where only one has it. */
function participantsOf({ speakers, people, addresses }: Talk, customer: string, { known }: Hands): string[] {
  const contacts = known.contactsOf(customer)
  const called = [...speakers, ...people].flatMap((name) => {
    const low = name.toLowerCase()
    const full = contacts.filter(({ value }) => value.name.toLowerCase() === low)
    const first = contacts.filter(({ value }) => value.name.toLowerCase().split(' ')[0] === low)
    const fitting = full.length > 0 ? full : first
    return fitting.length === 1 && !known.personOf(name) ? [fitting[0]!.slug] : []
  })
  const written = contacts
    .filter(({ value }) => addressesOf(value).some((one) => addresses.includes(one)))
    .map(({ slug }) => slug)
  return [...new Set([...called, ...written])]
}

/** A text without the lines that fence its front matter: those would be ours. */
const withoutFences = (text: string) => text.replace(/^\uFEFF?---[ \t]*\n([\s\S]{0,5000}?)\n---[ \t]*(?:\n|$)/, '$1\n')

const firstLine = (text: string) =>
  tameLine(text.trim().split('\n')[0] ?? '')
    .replace(/^[#>*\s-]+/, '')
    .slice(0, 80) || 'note'
