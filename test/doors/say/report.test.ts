import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { sayReport, sayReports } from '../../../src/doors/say/report.ts'

test('of a report its head is said: the title, what stands before the first part, and the names of the parts', () => {
  const text =
    '<!-- Generated -->\n\n# Week of Ada\n\nNothing yet.\n\nAda had 1 touch.\n\n## Deals\n\n| a |\n\n## Accounts\n\nx\n'
  expect(stripVTControlCharacters(sayReport(text))).toBe(
    'Week of Ada\n\nNothing yet.\n\nAda had 1 touch.\n\nIn it: Deals, Accounts',
  )
  expect(stripVTControlCharacters(sayReport('<!-- Generated -->\n\nJust a line.\n'))).toBe('Just a line.')
})

test('reports are listed with the day they were written last', () => {
  const one = {
    name: 'ae',
    title: 'Seller',
    scope: 'personal' as const,
    period: 'last_7_days',
    measures: 1,
    path: 'reporting/templates/ae.md',
  }
  const last = { day: '2026-11-19', path: 'reporting/personal/ada/2026-11-19-ae.md' }
  const said = stripVTControlCharacters(
    sayReports(
      [
        { ...one, last },
        { ...one, name: 'own', last: null },
      ],
      '2026-11-20',
    ),
  )
  expect(said.split('\n').slice(1)).toEqual([
    'ae      Seller  personal  last_7_days  yesterday     reporting/personal/ada/2026-11-19-ae.md',
    'own     Seller  personal  last_7_days  never         reporting/templates/ae.md',
  ])
  expect(sayReports([], '2026-11-20')).toContain('No reports yet.')
})
