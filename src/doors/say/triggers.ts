import { styleText } from 'node:util'
import type { perform } from '../../actions/perform.ts'
import type triggerList from '../../actions/trigger-list.ts'
import type triggerTest from '../../actions/trigger-test.ts'
import { sayCount } from '../../formulas/say-figure.ts'
import type { Episode } from '../../records/kinds/episode.ts'
import type { Problem } from '../../records/problem.ts'
import { sayValue } from '../../records/say-value.ts'
import { cut, wrap } from '../terminal/table.ts'
import type { Sheet } from './lists/formats.ts'

type Told = Awaited<ReturnType<(typeof triggerList)['run']>>['rules'][number]
type Tested = Awaited<ReturnType<(typeof triggerTest)['run']>>
type Noticed = Pick<Episode, 'rule' | 'subject' | 'subjects' | 'what' | 'because' | 'quote' | 'source'> &
  Partial<Pick<Episode, 'actions'>>
export type Ran = { fired: readonly Noticed[]; due: readonly Noticed[] } & Awaited<ReturnType<typeof perform>>

/** The rules, one after the other: what each looks at, when it holds, what it does, what it has noticed. */
export function sayRules(rules: readonly Told[]): string {
  if (rules.length === 0)
    return 'No rules yet. Rules of the team lie in workspace-setup/triggers/*.yaml, your own in personal/<you>/triggers/.'
  return rules.map(sayRule).join('\n\n')
}

/** The same a line each, for the formats of lists. */
export const sheetOfRules = (rules: readonly Told[]): Sheet<Told> => ({
  rows: rules,
  columns: [
    { heading: 'rule', cell: ({ rule }) => rule },
    { heading: 'about', cell: ({ about }) => about ?? '' },
    { heading: 'when', cell: ({ when, broken }) => broken ?? when },
    { heading: 'does', cell: ({ actions }) => actions.join(', ') },
    { heading: 'state', cell: sayState },
  ],
  names: ['rule', 'personal', 'about', 'when', 'actions', 'open', 'pending', 'known', 'broken', 'path', 'line'],
  valueOf: (told, name) => (name === 'open' || name === 'pending' || name === 'known' ? told.state[name] : told[name as 'rule']),
  idOf: ({ rule }) => rule,
})

function sayRule(told: Told): string {
  const { rule, personal, about, when, broken, actions, path, line } = told
  const title = `${styleText('bold', rule)}${personal ? ` (${personal})` : ''}${about ? `, about ${about === 'activity' ? 'an' : 'a'} ${about}` : ''}: ${sayState(told)}`
  const lines = [
    broken ? `cannot be used: ${broken}` : `when ${when}`,
    actions.length > 0 && `does ${actions.join(', ')}`,
    styleText('dim', `${path}:${line}`),
  ]
  return [title, ...lines.filter((one) => one !== false).flatMap((one) => wrapped(one).split('\n'))].join('\n  ')
}

function sayState({ state: { open, pending, known }, needsWatch, broken }: Told): string {
  if (broken) return 'broken'
  if (needsWatch) return 'waits for watch'
  if (known === null) return 'never run'
  return [`${open} open`, pending > 0 && `${pending} waiting`, known > 0 && `${known} known`].filter(Boolean).join(', ')
}

/** What the rules would do: what fires and why, what is known, and how much is quiet. */
export function sayTest({ fired, known, quiet }: Tested, { verbose }: { verbose: boolean }): string {
  const count = sayCount(quiet.length, 'subject')
  const silent = verbose
    ? section(
        'Quiet',
        quiet.map((one) => `${one.rule}  ${sayPlace(one.subject)}  ${styleText('dim', one.because)}`),
      )
    : styleText('dim', quiet.length === 0 ? '' : `Quiet for ${count}; --verbose says why.`)
  return [
    fired.length > 0 ? section('Would fire', fired.map(sayNoticed)) : 'Nothing would fire.',
    section('Already true when the rule was first seen (--include-known fires them)', known.map(sayNoticed)),
    silent,
  ]
    .filter(Boolean)
    .join('\n\n')
}

/** What a run fired, and what of earlier episodes became due. */
export const sayFired = ({ fired, due }: Ran): string =>
  [section('Fired', fired.map(sayNoticed)), section('Became due', due.map(sayNoticed))].filter(Boolean).join('\n\n')

/** What is wrong in rules: the file, the line and column, and what exists. */
export const sayBroken = (problems: readonly Problem[]): string =>
  problems
    .slice(0, 10)
    .map(
      ({ path, line, column, message, expected }) =>
        `Warning: ${path}:${line}:${column}: ${message}${expected ? ` Expected ${expected}.` : ''}`,
    )
    .concat(problems.length > 10 ? [`Warning: and ${problems.length - 10} more; dossier check lists all.`] : [])
    .join('\n')

const section = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? '' : [styleText('bold', title), ...lines].join('\n')

function sayNoticed({ rule, subject, subjects, what, because, quote, source, actions = [] }: Noticed): string {
  const who = subjects ? sayCount(subjects.length, 'subject') : sayPlace(subject)
  const lines = [
    what && wrapped(what),
    wrapped(because),
    quote && `“${cut(quote, 200)}”`,
    source && styleText('dim', source),
    ...actions.map((action) => `→ ${sayAction(action)}`),
  ].filter((line) => line !== undefined && line !== '')
  return [
    `${styleText('yellow', rule)}  ${who}`,
    ...lines.flatMap((line) => `${line}`.split('\n').map((one) => `  ${one}`)),
  ].join('\n')
}

const wrapped = (text: string) => wrap(text, Math.min(process.stdout.columns ?? 100, 100) - 2)

/** An action in words: `alert_csm lena-okafor`, `escalate_to_manager maya-lindholm after 3 days`. */
function sayAction({ do: name, for: person, after, on, path, deal, propose, set, without }: Episode['actions'][number]): string {
  const fields = Object.entries(propose ?? set ?? {}).map(([field, value]) => `${field} ${sayValue(value)}`)
  return [
    name,
    person,
    path,
    deal && sayPlace(deal),
    fields.length > 0 && `${propose ? 'proposes' : 'sets'} ${fields.join(', ')}`,
    !on && after && `after ${after}`,
    without && `(not done: ${without})`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** A record as short as it is clear: `acme`, `acme/renewal-2027`. */
const sayPlace = (key: string) =>
  key
    .replace(/^customers\//, '')
    .replace(/\/customer\.md(?=#|$)/, '')
    .replace(/\/(?:deals|contacts|activities|tasks)\//, '/')
    .replace(/\.md(?=#|$)/, '')
