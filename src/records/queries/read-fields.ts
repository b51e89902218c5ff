import type { About } from '../kinds/query.ts'
import type { KnownFields, QueryFault } from './known-fields.ts'
import { type Field, readField } from './read-field.ts'

/** A field a list is sorted by. */
export type Order = { field: Field; descending: boolean }

/** Reads what a list shows: `name, customer.segment`. A field named twice is shown once. */
export function readFields(text: string, about: About, known: KnownFields): { fields: Field[]; faults: QueryFault[] } {
  const read = split(text, 'name, customer.segment').map(({ word, at, fault }) =>
    fault ? { fault } : readField(word, about, known, at),
  )
  const fields = new Map(read.flatMap(({ field }) => (field ? [[field.name, field]] : [])))
  return { fields: [...fields.values()], faults: read.flatMap(({ fault }) => fault ?? []) }
}

/** Reads what a list is sorted by: `-amount, name:asc`. */
export function readSort(text: string, about: About, known: KnownFields): { orders: Order[]; faults: QueryFault[] } {
  const orders: Order[] = []
  const faults: QueryFault[] = []
  for (const { word, at, fault: gap } of split(text, '-amount, name')) {
    const [, sign = '', name = '', way = ''] = /^([-+]?)(.*?)(?:\s*:\s*([^:]*))?$/.exec(word) ?? []
    const { field, fault } = gap ? { fault: gap } : readField(name.trim(), about, known, at + sign.length)
    if (fault) faults.push(fault)
    if (!/^(?:asc|desc|)$/i.test(way))
      faults.push({ at: at + word.lastIndexOf(way), message: `"${way}" is no direction.`, expected: 'asc or desc' })
    if (field) orders.push({ field, descending: way ? way.toLowerCase() === 'desc' : sign === '-' })
  }
  return { orders, faults }
}

type Word = { word: string; at: number; fault?: QueryFault }

function split(text: string, example: string): Word[] {
  let at = 0
  return text.split(',').map((part) => {
    const begins = at + part.length - part.trimStart().length
    at += part.length + 1
    const word = part.trim()
    return word
      ? { word, at: begins }
      : { word, at: begins, fault: { at: begins, message: 'A field is missing here.', expected: example } }
  })
}
