import { styleText } from 'node:util'
import type { FilePlan } from '../../../features/intake/intake.ts'
import { sayCount } from '../../../formulas/say-figure.ts'
import type { Waiting } from '../../../workspace/git/pending.ts'
import { sayWaiting } from '../change.ts'

type Answer = { files: FilePlan[]; filed: number; updated: number; known: number; leftOut: number; asked: number }
type Came = { commit: string | null; pending?: Waiting[] | undefined; apply: boolean }

/** How many steps of one file are spelt out before the rest is only counted. */
const most = 12

const kinds: Record<FilePlan['is'], string> = {
  mail: 'e-mail',
  cards: 'vCards',
  calendar: 'calendar',
  table: 'table',
  talk: 'text',
  other: 'file',
  unreadable: 'not read',
}

/** What an intake would do, or did: file by file, what goes where and why, then what it asks. */
export function sayIntake(
  { files, filed, updated, known, leftOut, asked }: Answer,
  { commit, pending = [], apply }: Came,
): { result: string; talk: string } {
  if (files.length === 0) return { result: '', talk: 'The inbox is empty.' }
  const counts = [
    `${filed} filed`,
    ...(updated > 0 ? [`${updated} updated`] : []),
    ...(known > 0 ? [`${known} known already`] : []),
    ...(leftOut > 0 ? [`${leftOut} left out`] : []),
    ...(asked > 0 ? [sayCount(asked, 'question')] : []),
  ]
  const mark = commit ? styleText('dim', `  ${commit.slice(0, 7)}`) : ''
  const head = `${styleText('bold', `${apply ? 'Intake of' : 'Plan for'} ${sayCount(files.length, 'file')}`)}: ${counts.join(', ')}${mark}`
  const isDone = files.some(({ file, questions }) => questions.length === 0 && file.startsWith('personal/'))
  const next =
    filed + updated > 0
      ? 'Nothing is written yet; --apply files it as one commit.'
      : isDone
        ? 'There is nothing to write; --apply takes it out of the inbox.'
        : ''
  return {
    result: [head, ...files.map(sayFile)].join('\n\n'),
    talk: [...pending.map(sayWaiting), apply ? '' : next].filter(Boolean).join('\n'),
  }
}

function sayFile({ file, is, steps, questions, notes }: FilePlan): string {
  const more = steps.length - Math.min(most, steps.length)
  return [
    `${styleText('bold', file)}  ${styleText('dim', kinds[is])}`,
    ...steps.slice(0, most).map(sayStep),
    ...(more > 0 ? [`  and ${sayCount(more, 'more record')}`] : []),
    ...notes.slice(0, most).map((note) => styleText('dim', `  note: ${note}`)),
    ...questions.slice(0, most).flatMap(({ message, hint }) => [`  ? ${message}`, styleText('dim', `    ${hint}`)]),
    ...(questions.length > most ? [`  and ${sayCount(questions.length - most, 'more question')}`] : []),
  ].join('\n')
}

const verbs = { file: '→', update: '→', known: '=', 'leave out': '-' }

function sayStep({ did, what, called, path, because }: FilePlan['steps'][number]): string {
  const where = path ?? `${what} "${called}" is left out`
  return `  ${verbs[did]} ${where}  ${styleText('dim', because)}`
}
