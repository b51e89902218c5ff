import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findLinks } from '../../../../src/workspace/check/body/find-links.ts'

test.each<[text: string, ...links: string[]]>([
  ['a [[b]] c', '[[b@2'],
  ['\\[[a]] [[b]]', '[[b@7'],
  ['[[b|C d]] [[e#f]] ![[g.png]]', '[[b@0', '[[e@10', '[[g.png@19'],
  ['[a](b.md) ![x](y.png "T") [z](<p q.md>)', 'b.md@4', 'y.png@15', 'p q.md@30'],
  ["[a](b_(c).md) [d](e.md 'T')", 'b_(c).md@4', 'e.md@18'],
  ['[a]( b.md )', 'b.md@4'],
  ['no [links] (here), nor [[]] [[a\nb]]'],
  ['`[[a]]` [[b]] ``` `[[c]]', '[[b@8', '[[c@19'],
  ['```\n[[a]]\n```\n[[b]]', '[[b@14'],
  ['> ```\n> [[a]]\n> ```\n[[b]]', '[[b@20'],
  ['~~~\n[[a]]\n```\n[[b]]'],
  ['<!-- [[a]] --> [[b]] <!-- [[c]]', '[[b@15', '[[c@26'],
])('%j', (text, ...links) =>
  expect(findLinks(text).map(({ wiki, target, at }) => `${wiki ? '[[' : ''}${target}@${wiki ? at : at}`)).toEqual(links),
)

test('what stands before the text is not looked at, and places are those of the file', () =>
  expect(findLinks('[[a]]\n[[b]]', 6)).toEqual([{ wiki: true, target: 'b', at: 6 }]))

test('every target stands where it is said to, whatever the text', () => {
  const part = fc.constantFrom(
    '[[',
    ']]',
    '[',
    ']',
    '(',
    ')',
    '](',
    '`',
    '```',
    '\n',
    '<!--',
    '-->',
    'a',
    'b.md',
    '|',
    '#',
    '<',
    '>',
    ' ',
    '"',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      const text = parts.join('')
      for (const { target, at } of findLinks(text)) expect(text.slice(at, at + target.length + 8)).toContain(target)
    }),
  )
})

test('hostile texts are read in time', () => {
  for (const one of ['[[', '](', '`', '<!--', '](a(', '``` ', '[['.repeat(3) + ']]'])
    findLinks(`[[x]] [a](b) ${one.repeat(200_000)}`)
}, 10_000)
