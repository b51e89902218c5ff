import type { Weight } from '../../../formulas/weigh-statement.ts'
import type { StatementKind } from '../../../records/statements/cues.ts'
import type { Statement } from '../../../records/statements/read-statement.ts'
import { topicOf } from '../../../records/statements/topic-of.ts'
import type { Saying } from './judge-said.ts'

/** The later sentence that speaks of the same: whether it replaces this one, is about it, or only might be; and others that might. */
export type Later = { by: number; how: 'replaces' | 'related' | 'maybe' | 'faint'; others: number[] }

type Asked = {
  said: readonly Saying[]
  /** Two sentences of one key say the same. */
  keys: readonly string[]
  statements: readonly Statement[]
  weights: readonly Weight[]
  /** How unusual a word is in the account, from 0 to 1. */
  unusual: (word: string) => number
}

/** Statements of less worth are not looked at: they are no facts that could be outdated. Nor are more than so many. */
const [least, many] = [0.75, 12_000]

/** So many of a statement's rarest words are looked up, and none that more statements hold. */
const [looked, common] = [8, 64]

/** How alike two must be in what they are about (0 to 1) for the later to be told first, to make this one count less, to be named, and to replace. */
const [faint, alike, related, same] = [0.15, 0.28, 0.65, 0.8]

/** In a small account a word is as rare as it would be among so many statements. */
const background = 1_500

/** Two who share so many of the rarest words are about the same, however much else they say; fewer than `few` are not, however little. */
const [few, enough] = [2, 3]

/** So much of what the shorter one is about shared, and little else said: the same subject, even by one word. */
const whole = 0.75

/** No more later words are waited for. */
const waited = 6

/** Finds for each statement the later ones of the same subject and kind; one that was said again unchanged has none. */
export function findLater({ said, keys, statements, weights, unusual }: Asked): Map<number, Later> {
  const worthy = chooseWorthy(weights.map(({ worth }) => worth))
  const topics = new Map(worthy.map((n) => [n, topicOf(statements[n]!, unusual)]))
  const holding = new Map<string, number[]>()
  for (const [n, topic] of topics)
    for (const { stem } of topic) {
      const list = holding.get(stem)
      if (list) list.push(n)
      else holding.set(stem, [n])
    }
  const rareness = (stem: string) => Math.log((2 + Math.max(background, worthy.length)) / (1 + (holding.get(stem)?.length ?? 0)))
  const most = rareness('')
  const sum = (topic: ReturnType<typeof topicOf>) =>
    topic.reduce((total, { stem, share }) => total + share * rareness(stem), 0) || 1
  const sums = new Map([...topics].map(([n, topic]) => [n, sum(topic)]))
  const found = new Map<number, Later>()
  for (const [n, topic] of topics) {
    const shared = new Map<number, number>()
    const known = topic.filter(({ stem }) => holding.get(stem)!.length <= common)
    const rare = known.sort((a, b) => b.share * rareness(b.stem) - a.share * rareness(a.stem)).slice(0, looked)
    for (const { stem, share } of rare)
      for (const other of holding.get(stem)!)
        if (other > n && said[other]!.day > said[n]!.day) shared.set(other, (shared.get(other) ?? 0) + share * rareness(stem))
    const own = weights[n]!
    const likely = [...shared]
      .filter(
        ([other]) =>
          !statements[other]!.isQuestion &&
          haveOneKind(own, weights[other]!) &&
          weights[other]!.worth >= Math.min(1.3, 0.6 * own.worth),
      )
      .map(([other, weight]) => {
        const lesser = Math.min(sums.get(n)!, sums.get(other)!)
        const likeness = weight / within(lesser, few * most, enough * most)
        const more = takesBack(statements[n]!, statements[other]!, weights[other]!) ? back : 0
        return { other, likeness: likeness + more, covered: weight / lesser }
      })
      .filter(({ likeness }) => likeness >= faint)
    const later = chooseLater(likely, (other) => isReplaced(n, other, { statements, weights }))
    if (later && keys[later.by] !== keys[n]) found.set(n, later)
  }
  return found
}

const within = (one: number, lowest: number, highest: number) => Math.min(highest, Math.max(lowest, one))

function chooseWorthy(worths: readonly number[]): number[] {
  const worthy = worths.flatMap((worth, n) => (worth >= least ? [n] : []))
  if (worthy.length <= many) return worthy
  return worthy
    .sort((a, b) => worths[b]! - worths[a]! || b - a)
    .slice(0, many)
    .sort((a, b) => a - b)
}

/** Of those nearly as like as the likest the newest one counts; others that are like enough are waited for. */
function chooseLater(
  likely: { other: number; likeness: number; covered: number }[],
  replaces: (other: number) => boolean,
): Later | undefined {
  if (likely.length === 0) return undefined
  const best = Math.max(...likely.map(({ likeness }) => likeness))
  const by = Math.max(...likely.filter(({ likeness }) => likeness >= 0.75 * best).map(({ other }) => other))
  const { likeness, covered } = likely.find(({ other }) => other === by)!
  const others = likely
    .sort((a, b) => b.likeness - a.likeness || b.other - a.other)
    .map(({ other }) => other)
    .filter((other) => other !== by)
    .slice(0, waited - 1)
  const isSame = likeness >= same || (likeness >= alike && covered >= whole)
  return { by, how: isSame && replaces(by) ? 'replaces' : degreeOf(likeness), others }
}

const degreeOf = (likeness: number) => (likeness >= related ? 'related' : likeness >= alike ? 'maybe' : 'faint')

/** Whether both could be of one kind; a change can be one of any. */
const haveOneKind = (a: Weight, b: Weight) =>
  b.change >= 0.25 || kindsOf(a).some((kind) => Math.min(a.kinds[kind], b.kinds[kind]) >= 0.12)

/** Whether a later statement tells of a change and names the very value that the earlier one gave: "55 instead of 40". */
function takesBack(a: Statement, b: Statement, { change }: Weight): boolean {
  if (change < 0.3) return false
  const given = new Set(valuesOf(a))
  return valuesOf(b).some((value) => given.has(value))
}

/** How much more alike that makes two. */
const back = 0.4

/** Whether a later statement of the same subject takes the place of one: it tells of a change, or gives another value of the same kind. */
function isReplaced(n: number, other: number, { statements, weights }: Pick<Asked, 'statements' | 'weights'>): boolean {
  const [a, b] = [weights[n]!, weights[other]!]
  if (b.change >= 0.4 && haveOneKind(a, b)) return true
  const [was, is] = [valuesOf(statements[n]!), valuesOf(statements[other]!)]
  const sameKind = kindsOf(a).some((kind) => Math.min(a.kinds[kind], b.kinds[kind]) >= 0.5)
  return sameKind && was.length > 0 && is.some((value) => !was.includes(value))
}

/** The amounts and days a statement gives. */
const valuesOf = ({ words, values }: Statement) => values.filter(({ kind }) => kind !== 'name').map(({ at }) => words[at]!)

const kindsOf = ({ kinds }: Weight) => Object.keys(kinds) as StatementKind[]
