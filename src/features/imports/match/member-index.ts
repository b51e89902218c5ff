import type { Kept } from '../../../workspace/records.ts'
import { idKey } from './id-key.ts'

type Member = Kept<'contact' | 'deal'>

/** What a row of a list of contacts or deals may be found by. */
type Wanted = { ids: readonly [system: string, id: string][]; emails: readonly string[]; customer: string; name: string }

export type MemberIndex = {
  /** The record a row is: by its id, then by its address, then by its name where that is unique at the customer. */
  match(wanted: Wanted): Member | undefined
  /** Those of this name at a customer. */
  called(customer: string, name: string): readonly Member[]
  all(): Iterable<Member>
  replace(member: Member): void
}

/** Knows the contacts or the deals of the tree. They are read when the first row needs them: one whose file says so already needs none. */
export function indexMembers(read: () => Iterable<Member>): MemberIndex {
  let index: ReturnType<typeof build> | undefined
  const known = () => (index ??= build(read()))
  return {
    match({ ids, emails, customer, name }) {
      const { byId, byEmail, byName } = known()
      const own = ids.map(([system, id]) => byId.get(idKey(system, id))).find(Boolean)
      if (own) return own
      const isOther = ({ value }: Member) => ids.some(([system]) => value.external?.[system] !== undefined)
      const addressed = emails.map((email) => byEmail.get(email.toLowerCase())).find(Boolean)
      if (addressed && !isOther(addressed)) return addressed
      const called = (byName.get(nameKey(customer, name)) ?? []).filter(
        (member) => !isOther(member) && (emails.length === 0 || emailsOf(member).length === 0),
      )
      return called.length === 1 ? called[0] : undefined
    },
    called: (customer, name) => known().byName.get(nameKey(customer, name)) ?? [],
    all: () => new Set([...known().byName.values()].flat()),
    replace(member) {
      known().put(member)
    },
  }
}

function build(members: Iterable<Member>) {
  const byId = new Map<string, Member>()
  const byEmail = new Map<string, Member>()
  const byName = new Map<string, Member[]>()
  const put = (member: Member) => {
    for (const [system, id] of Object.entries(member.value.external ?? {})) byId.set(idKey(system, id), member)
    for (const email of emailsOf(member)) byEmail.set(email, member)
    const key = nameKey(member.customer ?? '', member.value.name)
    byName.set(key, [...(byName.get(key) ?? []).filter(({ path }) => path !== member.path), member])
  }
  for (const member of members) put(member)
  return { byId, byEmail, byName, put }
}

/** The addresses of a contact, in small letters. */
export const emailsOf = ({ value }: Member): string[] => {
  const { email, emails = [] } = value as Kept<'contact'>['value']
  return [email, ...emails].flatMap((one) => (one === undefined ? [] : [one.toLowerCase()]))
}

/** What two ways to write a name at a customer have in common. */
export const nameKey = (customer: string, name: string) => `${customer}/${name.toLowerCase().replace(/\s+/g, ' ').trim()}`
