import { describe, expect, test } from 'vitest'
import { asManyAsFit, tellFacts, together } from '../../../../src/features/context/across/tell-facts.ts'
import { onceEach } from '../../../../src/features/context/item.ts'

const at = (line: number) => ({ path: 'a.md', line })
const fact = (line: number) => ({ text: `fact ${line}`, sources: [at(line)] })
/** A form in which a citation costs 20 tokens: two fit into a line. */
const dear = { measured: { frame: () => 0, source: () => 20_000 } }

describe('facts and what they rest on', () => {
  test('as many in the first line as can be cited there, the others below it, then the details', () => {
    const { first, more } = tellFacts(dear, 'Acme', [1, 2, 3].map(fact), [fact(4)])
    expect([first, ...more].map(({ text }) => text)).toEqual(['Acme: fact 1, fact 2', 'fact 3', 'fact 4'])
    expect(first.sources).toEqual([at(1), at(2)])
  })

  test('those of one line of a file cost one citation', () => {
    const { first, more } = tellFacts(dear, 'Acme', [fact(1), fact(1), fact(1), fact(2)])
    expect([first.sources, more]).toEqual([[at(1), at(2)], []])
  })

  test('one is told and cited, whatever it costs', () => {
    const dearest = { measured: { frame: () => 90_000, source: () => 90_000 } }
    expect(tellFacts(dearest, 'Acme', [fact(1)]).first.sources).toEqual([at(1)])
    expect(asManyAsFit(dearest, [at(1), at(2)])).toEqual([at(1)])
  })

  test('together where they fit, else apart', () => {
    expect(together(dear, [fact(1), fact(2)]).map(({ text }) => text)).toEqual(['fact 1, fact 2'])
    expect(together(dear, [1, 2, 3].map(fact)).map(({ text }) => text)).toEqual(['fact 1', 'fact 2', 'fact 3'])
  })

  test('sources once each, in their order', () => expect(onceEach([at(2), at(1), at(2)])).toEqual([at(2), at(1)]))
})
