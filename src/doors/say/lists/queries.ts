import { styleText } from 'node:util'
import type { Told } from '../../../features/queries/read-queries.ts'
import type { Sheet } from './formats.ts'

/** The queries that can be run, a line each. */
export const sheetOfQueries = (queries: readonly Told[]): Sheet<Told> => ({
  rows: queries,
  columns: [
    {
      heading: 'query',
      cell: ({ name, params }) => [name, ...Object.entries(params).map(([key, value]) => `${key}=${value}`)].join(' '),
    },
    { heading: 'about', cell: ({ about, broken }) => (broken ? 'broken' : `${about}`) },
    { heading: 'title', prose: true, most: 50, cell: ({ title }) => title ?? '' },
    { heading: 'where', prose: true, most: 70, spare: true, cell: ({ where }) => where ?? '' },
    { heading: 'file', spare: true, cell: ({ path }) => styleText('dim', path) },
  ],
  names: ['name', 'about', 'title', 'where', 'params', 'path'],
  valueOf: (query, name) => query[name as keyof Told],
  idOf: ({ name }) => name,
})
