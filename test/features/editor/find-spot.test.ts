import { describe, expect, test } from 'vitest'
import { findSpot } from '../../../src/features/editor/text/find-spot.ts'
import { pointed } from './pointed.ts'

/** Where somebody points, what stands there in a few words, and what is typed. */
const spots: [said: string, text: string, spot: string | undefined][] = [
  ['a key that is begun', '---\nname: A\nsta‸\nowner: ada\n---\n', 'key  «sta»'],
  ['an empty line', '---\nname: A\n‸\nowner: ada\n---\n', 'key  «»'],
  ['nothing behind the colon', '---\nstage:‸\n---\n', 'value stage «»'],
  ['behind the space', '---\nstage: ‸\n---\n', 'value stage «»'],
  ['a value', '---\nowner: a‸da # c\n---\n', 'value owner «ada»'],
  ['a quoted value', '---\nowner: "a‸da" # c\n---\n', 'value owner «ada»'],
  ['a key with its colon', '---\now‸ner: ada\n---\n', 'key  «owner»'],
  ['below a key that holds keys', '---\nmeddpicc:\n  ‸\nowner: ada\n---\n', 'key meddpicc «»'],
  ['a word below it', '---\nmeddpicc:\n  cham‸\n---\n', 'value meddpicc «cham»'],
  ['a second word below it', '---\nmeddpicc:\n  champion: jo\n  met‸\n---\n', 'key meddpicc «met»'],
  ['back at the margin', '---\nmeddpicc:\n  champion: jo\n‸\n---\n', 'key  «»'],
  ['an item', '---\ntags:\n  - a\n  - ‸\n---\n', 'value tags.1 «»'],
  ['items as far left as their key', '---\ntags:\n- a\n- b‸\nowner: x\n---\n', 'value tags.1 «b»'],
  ['a key after such items', '---\npeople:\n- contact: x\nsta‸\n---\n', 'key  «sta»'],
  ['a key of an item', '---\npeople:\n  - contact: jo\n    ro‸\n---\n', 'key people.0 «ro»'],
  ['a value of the second item', '---\npeople:\n  - contact: jo\n  - contact: l‸\n---\n', 'value people.1.contact «l»'],
  ['between brackets', '---\ntags: [a, ‸]\n---\n', 'value tags.1 «»'],
  ['brackets that are open', '---\ntags: [a, b‸\nowner: x\n---\n', 'value tags.1 «b»'],
  ['a key in braces', '---\npeople: [{contact: jo, ‸\nowner: x\n---\n', 'key people.0 «»'],
  ['a value in braces', '---\npeople: [{contact: jo, role: ‸}]\n---\n', 'value people.0.role «»'],
  ['braces over lines', '---\npeople: [\n  {contact: j‸o}\n]\n---\n', 'value people.0.contact «jo»'],
  ['a text of several lines', '---\nnote: |-\n  so: ‸much\nowner: a\n---\n', 'value note «  so: much\n»'],
  ['front matter that is open', '---\nna‸', 'key  «na»'],
  ['with Windows line ends', '---\r\nname: A\r\nstage: ‸\r\n---\r\n', 'value stage «»'],
  ['behind emoji', '---\nname: 🦄\nowner: a‸d\n---\n', 'value owner «ad»'],
  ['a link that is open', '---\nname: A\n---\nSee [[ac‸ and\n', 'link «ac»'],
  ['a link', '---\nname: A\n---\nSee [[ac‸me|them]] and\n', 'link «acme»'],
  ['behind a link', '---\nname: A\n---\nSee [[acme]] a‸nd\n', undefined],
  ['a link in a quoted value', '---\nnote: "see [[ac‸me]]"\n---\n', 'link «acme»'],
  ['the address of a link', 'See [Jo](../contacts/jo‸-park.md "x") there\n', 'address «../contacts/jo-park.md»'],
  ['behind its address', 'See [Jo](../contacts/jo-park.md "x‸") there\n', undefined],
  ['a list of lists is no link', '---\nnote: [[a‸]]\n---\n', 'value note.0.0 «a»'],
  ['a person of a task', '---\nname: A\n---\n- [ ] Do @ad‸ due:x\n', 'person «ad»'],
  ['a day of a task', '- [ ] Do @ada due:‸ !high\n', 'due «»'],
  ['an urgency', '- [ ] Do !h‸\n', 'urgency «h»'],
  ['no task', 'Mail @ad‸\n', undefined],
  ['a task in a code block', '```\n- [ ] Do @ad‸\n```\n', undefined],
  ['running text', '---\nname: A\n---\nHel‸lo\n', undefined],
]

describe('what somebody points at', () => {
  test.for(spots)('%s', ([, text, expected]) => {
    const { page, at } = pointed('customers/acme/deals/x.md', text)
    const spot = findSpot(page, at)
    const path = spot && 'path' in spot ? ` ${spot.path.join('.')}` : ''
    expect(spot && `${spot.in}${path} «${spot.typed}»`).toBe(expected)
    if (spot?.typed) expect(page.text.slice(spot.from, spot.to)).toBe(spot.typed)
  })
})
