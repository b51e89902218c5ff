import type { Place } from '../../../workspace/place.ts'
import type { Item } from '../item.ts'
import { gatherActivities } from './gather-activities.ts'
import { gatherDeals } from './gather-deals.ts'
import { gatherDocuments } from './gather-documents.ts'
import { gatherFacts, gatherNotes } from './gather-facts.ts'
import { type Computed, gatherNext } from './gather-next.ts'
import { gatherPeople } from './gather-people.ts'
import { gatherToolkit } from './gather-toolkit.ts'
import type { Gathering } from './gathering.ts'

/** What of a parent is worth less than the same of the customer itself. */
const parentWorth = 0.3

type Asked = { computed: Computed; parent?: Gathering | undefined; task: string }

/** Everything a context of a customer may tell, in the order it would be laid out. */
export function gather(place: Place, gathering: Gathering, { computed, parent, task }: Asked): Item[] {
  const words = wordsOf(task)
  const items = [
    ...(parent ? ofParent(place, parent) : []),
    ...ownItems(place, gathering),
    ...gatherToolkit(place, gathering, words),
    ...gatherNext(gathering, computed),
  ]
  return words.length === 0 ? items : relate(items, words)
}

const ownItems = (place: Place, gathering: Gathering): Item[] => [
  ...gatherFacts(gathering),
  ...gatherPeople(gathering),
  ...gatherNotes(gathering),
  ...gatherDocuments(place, gathering),
  ...gatherDeals(gathering),
  ...gatherActivities(gathering),
]

/** What a parent shares with its group, each item under the parent's name. */
function ofParent(place: Place, parent: Gathering): Item[] {
  const name = parent.clean.line(parent.customer.value.name)
  return ownItems(place, parent).map((item) => ({
    ...item,
    first: { ...item.first, text: `${name}: ${item.first.text}` },
    value: item.value * parentWorth,
  }))
}

/** The words of a task that say what it is about. */
const wordsOf = (task: string) => [...new Set(task.toLowerCase().match(/[\p{L}\p{N}]{4,}|\p{sc=Han}{2,}/gu) ?? [])]

/** Items that hold words of the task are worth more, the more so the fewer hold them; three words are enough. */
function relate(items: readonly Item[], words: readonly string[]): Item[] {
  const texts = items.map(({ first, more }) => [first.text, ...more.map(({ text }) => text)].join(' ').toLowerCase())
  const rarity = new Map(words.map((word) => [word, 1 - texts.filter((text) => text.includes(word)).length / texts.length]))
  return items.map((item, n) => {
    const held = words.filter((word) => texts[n]!.includes(word)).map((word) => rarity.get(word)!)
    const most = held.sort((a, b) => b - a).slice(0, 3)
    return { ...item, value: item.value * (1 + 3 * most.reduce((sum, one) => sum + one, 0)) }
  })
}
