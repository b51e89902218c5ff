import type { Chance } from './chance.ts'
import { capital, fill, monthOf, opened, sayDay, type Voice } from './fill.ts'
import type { Talk } from './parts.ts'
import type { Statement } from './plan-statements.ts'

export type Kept = { type: string; time: number; from: string; to: string; body: string; facts: Said[] }
/** A statement and the sentence it became. */
export type Said = { statement: Statement; sentence: string }

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']
const firstOf = (name: string) => name.split(' ')[0]!

/** Writes what is said in activities: ordinary talk with statements somewhere in it. */
export function openComposer(talk: Talk, chance: Chance, subjects: readonly string[]) {
  const { contacts, others, ours } = talk.people
  const everybody = [...contacts, ...others]
  const slots = (time: number) => ({
    person: () => chance.pick(everybody),
    first: () => firstOf(chance.pick(everybody)),
    city: () => chance.pick(talk.city),
    thing: () => chance.pick(talk.thing),
    activity: () => chance.pick(talk.activity),
    day: () => chance.pick(weekdays),
    time: () => `${chance.between(8, 17)}:${chance.pick(['00', '15', '30', '45'])}`,
    count: () => String(chance.between(3, 40)),
    month: () => monthOf(time - chance.between(20, 200) * 86_400_000),
    date: () => sayDay(time - chance.between(0, 9) * 86_400_000, chance.pick(talk.dates)),
    subject: () => chance.pick(subjects),
  })

  const ordinary = (time: number, voice: Voice): string => {
    const kind = chance.below(100)
    const list = kind < 80 ? talk.cores : kind < 89 ? talk.questions : kind < 96 ? talk.about : talk.lures
    const core = chance.pick(list)
    const more = chance.is(0.3) ? `${chance.pick(talk.joints)}${chance.pick(talk.cores)}` : chance.pick(talk.tails)
    const text = list === talk.cores ? `${opened(chance.pick(talk.openers), core)}${more}.` : core
    return capital(fill(text, voice, slots(time)))
  }

  const say = (statement: Statement, time: number, voice: Voice): Said => {
    const { phrasing, called: subject, value, old } = statement
    const text = chance.is(0.15) ? opened(chance.pick(talk.openers), phrasing) : phrasing
    return { statement, sentence: capital(fill(text, voice, { ...slots(time), subject, value, old })) }
  }

  const fillIn = (list: readonly string[], time: number, voice: Voice) => capital(fill(chance.pick(list), voice, slots(time)))

  /** Between 3 and 25 sentences, mostly some ten. */
  const sentencesOf = (time: number, voice: Voice, facts: readonly Said[]) => {
    const many = Math.max(3, Math.min(25, chance.between(2, 9) + chance.between(1, 6) + (chance.is(0.1) ? 10 : 0)))
    const texts = Array.from({ length: Math.max(2, many - facts.length) }, () => ordinary(time, voice))
    for (const { sentence } of facts) texts.splice(chance.between(0, texts.length), 0, sentence)
    return texts
  }

  const paragraphs = (texts: readonly string[], width: number) => {
    const made: string[] = []
    for (let at = 0; at < texts.length; ) {
      const many = chance.between(2, 5)
      made.push(wrap(texts.slice(at, at + many).join(' '), width))
      at += many
    }
    return made.join('\n\n')
  }

  const mail = (time: number, statements: readonly Statement[], before: Kept | undefined): Kept => {
    const isInbound = chance.is(0.55)
    const [them, us] = [chance.pick(contacts), chance.pick(ours)]
    const [from, to] = isInbound ? [them, us] : [us, them]
    const voice = isInbound ? 'we' : 'you'
    const facts = statements.map((one) => say(one, time, voice))
    const texts = sentencesOf(time, voice, facts)
    if (chance.is(0.6)) texts.unshift(fillIn(talk.thanks, time, voice))
    if (chance.is(0.6)) texts.push(fillIn(talk.ends, time, voice))
    const width = chance.is(0.6) ? chance.between(72, 98) : 0
    const own = [
      chance.pick(talk.greetings).replace('{first}', firstOf(to)),
      paragraphs(texts, width),
      `${chance.pick(talk.closings)}\n${chance.is(0.5) ? from : firstOf(from)}`,
      ...(chance.is(0.45) ? [signatureOf(from)] : []),
      ...(chance.is(0.15) ? [wrap(talk.disclaimer, width)] : []),
    ].join('\n\n')
    if (!before) return { type: 'email', time, from, to, body: own, facts }
    const lines = before.body.split('\n').slice(0, chance.between(6, 22))
    const head = `On ${sayDay(before.time, 'long')}, ${before.from} wrote:`
    const quoted = lines.map((line) => (line === '' ? '>' : line.startsWith('>') ? `>${line}` : `> ${line}`)).join('\n')
    return { type: 'email', time, from, to, body: `${own}\n\n${head}\n${quoted}`, facts: [...facts, ...before.facts] }
  }

  const signatureOf = (from: string) => {
    const title = talk.people.titles[contacts.indexOf(from)] ?? 'Account Executive'
    const company = contacts.includes(from) ? talk.customer.name : 'Orbit Analytics'
    return `-- \n${from}\n${title}, ${company}\nPhone +31 10 555 ${chance.between(10, 99)} ${chance.between(10, 99)}`
  }

  const meeting = (time: number, facts: readonly Said[]) => {
    const texts = sentencesOf(time, 'they', facts)
    const [lead, width] = [chance.between(0, 2), chance.is(0.4) ? 110 : 0]
    const bullets = texts.slice(lead).map((text) => `- ${wrap(text, width).replaceAll('\n', '\n  ')}`)
    const next = chance.is(0.3) ? ['', '## Next steps', '', ...taskLines(time)] : []
    const head = lead > 0 ? [wrap(texts.slice(0, lead).join(' '), width), ''] : []
    const title = chance.is(0.35) ? [`## ${capital(chance.pick(talk.topics))}`, ''] : []
    return [...head, ...title, ...bullets, ...next].join('\n')
  }

  const taskLines = (time: number) =>
    Array.from({ length: chance.between(1, 2) }, () => {
      const due = sayDay(time + chance.between(2, 20) * 86_400_000, 'iso')
      return `- [x] ${fill(chance.pick(talk.tasks), 'they', slots(time))} @${slug(chance.pick(ours))} due:${due}`
    })

  /** One activity on a day; `before` is the mail it answers. */
  return (type: string, time: number, statements: readonly Statement[], before: Kept | undefined): Kept => {
    if (type === 'email') return mail(time, statements, before)
    const [from, to] = [chance.pick(contacts), chance.pick(ours)]
    const voice = type === 'chat' ? 'we' : 'they'
    const facts = statements.map((one) => say(one, time, voice))
    const kept = { type, time, from, to, facts }
    if (type === 'meeting') return { ...kept, body: meeting(time, facts) }
    const texts = sentencesOf(time, voice, facts)
    if (type !== 'chat') return { ...kept, body: paragraphs(texts, chance.is(0.4) ? 110 : 0) }
    const own = new Set(facts.map(({ sentence }) => sentence))
    const speak = (text: string) => firstOf(own.has(text) || chance.is(0.6) ? from : to)
    return { ...kept, body: texts.map((text) => `${speak(text)}: ${text}`).join('\n') }
  }
}

export const slug = (name: string) =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')

/** What would be the number of an item at the beginning of a line. */
const glue = '\0'
const likeItem = / (?=\d{1,3}[.)](?: |$))/g

/** Breaks a paragraph between words; a width of 0 leaves it on one line. */
export function wrap(text: string, width: number): string {
  if (width === 0) return text
  const lines: string[] = []
  for (const word of text.replaceAll(likeItem, glue).split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.join('\n').replaceAll(glue, ' ')
}
