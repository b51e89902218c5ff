import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { sayImport } from '../../../../src/doors/say/plans/import.ts'
import { exported, importing, started } from '../../../helpers/imports.ts'

const plan = async (text: string) => {
  const file = exported({ 'deals.csv': text })
  const { commit, ...answer } = await importing(started(), [file('deals.csv')], { apply: false })
  return stripVTControlCharacters(sayImport(answer, { commit, apply: false }).result)
}

test('of very many columns the first are spelt out, within the width of the terminal', async () => {
  const more = Array.from({ length: 500 }, (_, n) => `Extra ${n}`)
  const said = await plan(`Deal Name,Amount,${more.join(',')}\nA,1,${more.map(() => 'x').join(',')}\n`)
  expect(said).toContain('Extra 39 and 460 more')
  expect(said).not.toContain('Extra 40')
  expect(said.split('\n').filter((line) => line.includes('Extra') && line.length > 100)).toEqual([])
})

test('companies whose names hold commas can be told apart', async () => {
  expect(await plan('Deal Name,Account Name\nA,"Zenith, Inc."\nB,Acme\n')).toContain('Zenith, Inc.; Acme.')
})

test('of files that wait to be committed the first are named', async () => {
  const answer = await importing(started(), [exported({ 'deals.csv': 'Deal Name,Amount\nA,1\n' })('deals.csv')], { apply: false })
  const paths = Array.from({ length: 1_200 }, (_, n) => `deals/${n}.md`)
  const { talk } = sayImport(answer, { commit: null, pending: [{ paths, reason: 'the hook said no' }], apply: true })
  expect(talk).toContain('deals/7.md, and 1,192 more; not committed: the hook said no')
})
