import type { SectionName } from '../../../records/kinds/tier.ts'
import type { Place } from '../../../workspace/place.ts'
import type { Item, Line } from '../item.ts'
import { findConflicts } from '../judge/find-conflicts.ts'
import { markConflicts } from '../judge/mark-conflicts.ts'
import { markInstructions } from '../judge/mark-instructions.ts'
import { gatherActivities } from './gather-activities.ts'
import { gatherAlerts } from './gather-alerts.ts'
import { gatherDeals } from './gather-deals.ts'
import { gatherDocuments } from './gather-documents.ts'
import { gatherFacts, gatherNotes } from './gather-facts.ts'
import { gatherJourney } from './gather-journey.ts'
import { type Computed, gatherNext } from './gather-next.ts'
import { gatherCompetition } from './gather-open-points.ts'
import { gatherOwnNotes } from './gather-own-notes.ts'
import { gatherPeople, gatherSides } from './gather-people.ts'
import { gatherToolkit } from './gather-toolkit.ts'
import type { Gathering } from './gathering.ts'

/** What of a parent is worth less than the same of the customer itself. */
const parentWorth = 0.3

type Asked = {
  computed: Computed
  parent?: Gathering | undefined
  task: string
  /** Whose own notes are told: only to themselves, and never in what is kept. */
  notesOf?: string | undefined
  /** Those that will be laid out; absent, all. */
  sections?: ReadonlySet<SectionName>
}

/** Everything a context of a customer may tell, in the order it would be laid out. */
export function gather(place: Place, gathering: Gathering, { computed, parent, task, notesOf, sections }: Asked): Item[] {
  const words = wordsOf(task)
  const wants = (name: SectionName) => sections?.has(name) ?? true
  const items = [
    ...(parent ? ofParent(place, parent) : []),
    ...gatherSides(gathering),
    ...ownItems(place, gathering, wants('competition') ? gatherCompetition(gathering) : []),
    ...gatherOwnNotes(place, gathering, notesOf),
    ...(wants('toolkit') ? gatherToolkit(place, gathering, words) : []),
    ...(computed.journey ? gatherJourney(gathering, computed.journey) : []),
    ...gatherAlerts(place, gathering),
    ...gatherNext(gathering, computed),
  ]
  const marked = markInstructions(markConflicts(items, findConflicts({ ...gathering, stages: stagesOfCustomer(gathering) })))
  return words.length === 0 ? marked : relate(marked, words)
}

const stagesOfCustomer = ({ customer, stagesOf }: Gathering) => stagesOf('customer', customer.value)

const ownItems = (place: Place, gathering: Gathering, objections: readonly Item[] = []): Item[] => [
  ...gatherFacts(gathering),
  ...gatherPeople(gathering),
  ...gatherNotes(gathering),
  ...gatherDocuments(place, gathering),
  ...gatherDeals(gathering),
  ...gatherActivities(gathering, objections),
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

/** Items and sentences that hold words of the task are worth more, the more so the fewer hold them; three words are enough. */
function relate(items: readonly Item[], words: readonly string[]): Item[] {
  const texts = items.map(({ first, more }) => [first.text, ...more.map(({ text }) => text)].join(' ').toLowerCase())
  const rarity = new Map(words.map((word) => [word, 1 - texts.filter((text) => text.includes(word)).length / texts.length]))
  const factorOf = (text: string) => {
    const held = words.filter((word) => text.includes(word)).map((word) => rarity.get(word)!)
    const most = held.sort((a, b) => b - a).slice(0, 3)
    return 1 + 3 * most.reduce((sum, one) => sum + one, 0)
  }
  return items.map((item, n) => {
    const whole = factorOf(texts[n]!)
    if (whole === 1) return item
    const related = <L extends Line>(line: L): L => {
      const factor = factorOf(line.text.toLowerCase())
      return factor === 1 ? line : { ...line, value: (line.value ?? item.value / 2) * factor }
    }
    const first = item.first.value === undefined ? item.first : related(item.first)
    return { ...item, first, more: item.more.map(related), value: item.value * whole }
  })
}
