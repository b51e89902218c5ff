import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

export const kinds = ['decision', 'number', 'date', 'role', 'objection'] as const
export type Kind = (typeof kinds)[number]
export type Half = 'a' | 'b'

/** What may be said of one thing: its names, the longest first, and its values (a range counts, dates and persons are drawn). */
export type Subject = { names: string[]; values?: string[]; range?: [least: number, most: number, step: number] }
export type Phrasings = Record<Kind, { plain: string[]; change: string[]; subjects: Subject[] }>

/** What ordinary talk is put together from. */
export type Talk = {
  people: { contacts: string[]; titles: string[]; roles: string[]; others: string[]; ours: string[] }
  customer: { name: string; slug: string; industry: string; employees: number; location: string }
  disclaimer: string
  dates: DateForm[]
} & Record<List, string[]>

export type DateForm = 'long' | 'iso' | 'short' | 'us' | 'ordinal' | 'dotted' | 'weekday' | 'third'
type List =
  | 'city'
  | 'thing'
  | 'activity'
  | 'topics'
  | 'greetings'
  | 'closings'
  | 'openers'
  | 'tails'
  | 'cores'
  | 'joints'
  | 'questions'
  | 'about'
  | 'lures'
  | 'thanks'
  | 'ends'
  | 'tasks'

const read = (name: string): unknown => parse(readFileSync(join(import.meta.dirname, name), 'utf8'))

export const readPhrasings = (half: Half) => read(`phrasings-${half}.yaml`) as Phrasings
export const readTalk = (half: Half) => read(`talk-${half}.yaml`) as Talk
