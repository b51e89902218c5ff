import type { KindName } from '../../records/kinds.ts'
import { openDealOf, openNamed } from '../../workspace/open-named.ts'
import type { Place } from '../../workspace/place.ts'
import { listQueryNames } from '../../workspace/query/query-names.ts'
import { type Kept, readTeam } from '../../workspace/records.ts'
import { everyday, findRecords } from '../../workspace/resolve.ts'
import { type Meaning, meaningOf } from './meanings.ts'
import { activityTypes, offerChoices, offerFields, offerKeys, readTyped, refersTo } from './offer-fields.ts'
import { offerParams } from './offer-params.ts'
import { offerOwn, offerRecords, offerUnassigned } from './offer-records.ts'
import { offerFiles, offerPeople, offerRules } from './offer-setup.ts'
import { offerStages } from './offer-stages.ts'
import { none, type Offers, startingWith, withBefore } from './offers.ts'

/** A place on a command line: the argument or flag `of` a command, what is typed of its value, and what was given before. */
export type Asked = { command: string; of: string; typed: string; given: Record<string, string> }

type Session = { me: () => Promise<string | undefined> }

/** Offers what may be typed at a place, by what the argument means. Reads names only, and few files where a name is not enough. */
export async function offerNames(place: Place, asked: Asked, { me }: Session): Promise<Offers> {
  const { command, of, typed, given } = asked
  const meaning = meaningOf(command, of)
  const [, before, mention] = /^((?:[^]*\s)?@)([\w.-]*)$/.exec(typed) ?? []
  if (before !== undefined && mention !== undefined) return withBefore(before, offerPeople(place, mention))
  switch (meaning) {
    case 'free':
    case 'words':
      return none
    case 'file':
    case 'folder':
      return { names: [], rest: `${meaning}s` }
    case 'customer':
    case 'account':
    case 'contact':
    case 'deal':
    case 'activity':
    case 'record':
    case 'who':
      return offerRecords(place, typed, kindsOf[meaning])
    case 'part':
      return orFiles(await offerRecords(place, typed, ['customer']))
    case 'unassigned':
      return offerUnassigned(place, typed)
    case 'participants':
      return offerParticipants(place, typed, given['who'])
    case 'person':
      return offerPeople(place, typed)
    case 'activity type':
      return startingWith(typed, activityTypes())
    case 'rule':
      return offerRules(place, typed, await me())
    case 'query':
      return startingWith(typed, listQueryNames(place, await me()))
    case 'query values':
      return offerParams(place, typed, given['query'], await me())
    case 'fields':
      return offerFields(topicOf(command) ?? 'deal', typed, readTeam(place))
    case 'stage':
      return offerStages(place, typed, [topicOf(command) ?? 'deal'], await recordGiven(place, asked))
    case 'values':
      return offerValues(place, asked)
    case 'import map':
      return orFiles(offerFiles[meaning](place, typed))
    default:
      return offerFiles[meaning](place, typed)
  }
}

const kindsOf = {
  customer: ['customer'],
  account: ['customer', 'person'],
  contact: ['contact'],
  deal: ['deal'],
  activity: ['activity'],
  record: everyday,
  who: ['customer', 'contact', 'deal'],
} as const satisfies Partial<Record<Meaning, readonly KindName[]>>

const topicOf = (command: string) =>
  (['customer', 'contact', 'deal', 'activity'] as const).find((kind) => command.startsWith(`${kind} `))

const orFiles = (offers: Offers): Offers => (offers.names.length > 0 ? offers : { names: [], rest: 'files' })

/** The record the line names, opened; undefined while it names none that can be used. */
async function recordGiven(place: Place, { command, given }: Asked): Promise<Kept | undefined> {
  const named = given['record'] ?? given['deal'] ?? given['customer']
  if (!named || command.endsWith(' new')) return undefined
  try {
    return command === 'deal move' ? await openDealOf(place, named) : await openNamed(place, named, everyday)
  } catch {
    return undefined
  }
}

/** Offers `key=`, and after it the values: names of other records, or the schema's choices. */
async function offerValues(place: Place, asked: Asked): Promise<Offers> {
  const team = readTeam(place)
  const kinds = await kindsGiven(place, asked)
  const typed = readTyped(asked.typed)
  if (!typed) return offerKeys(kinds, asked.typed, team)
  const { name, sign, value } = typed
  const refers = kinds.map((kind) => refersTo(kind, name, team)).find(Boolean)
  if (!refers) return offerChoices(kinds, typed, value, team)
  const offers = await offerReferred(place, refers, value, kinds, asked)
  return withBefore(`${name}${sign}=`, offers)
}

async function offerReferred(
  place: Place,
  refers: NonNullable<ReturnType<typeof refersTo>>,
  typed: string,
  kinds: readonly KindName[],
  asked: Asked,
): Promise<Offers> {
  if (refers === 'person') return offerPeople(place, typed)
  if (refers === 'workflow') return offerFiles.workflow(place, typed)
  if (refers === 'customer') return offerRecords(place, typed, ['customer'])
  const record = await recordGiven(place, asked)
  if (refers === 'stage') return offerStages(place, typed, kinds, record)
  const customer = record?.customer ?? asked.given['customer']
  return customer ? offerOwn(place, typed, refers, customer) : none
}

/** The kinds a line's values may belong to: the topic's, else those the record's name fits. */
async function kindsGiven(place: Place, { command, given }: Asked): Promise<readonly KindName[]> {
  const topic = topicOf(command)
  if (topic) return [topic]
  const found = given['record'] ? await findRecords(place, given['record'], everyday) : []
  return found.length > 0 ? [...new Set(found.map(({ kind }) => kind))] : ['customer', 'contact', 'deal']
}

/** Offers the contacts of the customer a line is about, of which several may stand between commas. */
async function offerParticipants(place: Place, typed: string, who = ''): Promise<Offers> {
  const [, before = '', last = ''] = /^((?:[^,]*,)*)([^]*)$/.exec(typed) ?? []
  const [found] = who ? await findRecords(place, who, ['customer', 'contact', 'deal']) : []
  return found?.customer ? withBefore(before, offerOwn(place, last, 'contact', found.customer)) : none
}
