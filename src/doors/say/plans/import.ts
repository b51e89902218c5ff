import { styleText } from 'node:util'
import type { ImportAnswer } from '../../../actions/import-csv.ts'
import { sayCount, sayNumber } from '../../../formulas/say-figure.ts'
import type { Waiting } from '../../../workspace/git/pending.ts'
import { wrap } from '../../terminal/table.ts'
import { sayWaiting } from '../change.ts'

type Came = { commit: string | null; pending?: Waiting[] | undefined; apply: boolean }

/** How many of a kind are spelt out before the rest is only counted. */
const most = 8

/** How many columns without a field are spelt out. */
const mostColumns = 40

/** What an import would do, or did: file by file, then what is written besides, then what to look at and to answer. */
export function sayImport(answer: ImportAnswer, { commit, pending = [], apply }: Came): { result: string; talk: string } {
  const sections = [
    sayHeadline(answer, apply, commit),
    ...answer.files.map((file) => sayFile(file, answer)),
    answer.skipped.map(({ file, reason }) => `${styleText('bold', file)}  passed over: ${reason}`).join('\n'),
    sayBesides(answer, apply),
    list('Changed', answer.changes, answer.changed),
    list(
      'Rejected',
      answer.rejected.map(({ file, line, reason }) => `${file}:${line}: ${reason}`),
    ),
    list('To look at', answer.notes.map(sayNote)),
    list(
      'To answer before --apply',
      answer.questions.map((question) => `${sayNote(question)} ${styleText('dim', question.hint)}`),
    ),
  ]
  const result = sections.filter(Boolean).join('\n\n')
  const next = apply || answer.created + answer.changed === 0 ? '' : 'Nothing is written yet; --apply writes it as one commit.'
  const waits = pending.map(sayWaiting)
  return { result, talk: [...waits, next].filter(Boolean).join('\n') }
}

function sayHeadline({ created, changed, unchanged, rejected }: ImportAnswer, apply: boolean, commit: string | null): string {
  const counts = [
    `${sayNumber(created)} created`,
    `${sayNumber(changed)} changed`,
    `${sayNumber(unchanged)} unchanged`,
    `${sayNumber(rejected.length)} rejected`,
  ]
  const mark = commit ? styleText('dim', `  ${commit.slice(0, 7)}`) : ''
  const rows = created + changed + unchanged + rejected.length
  return `${styleText('bold', `${apply ? 'Imported' : 'Plan for'} ${sayNumber(rows)} ${rows === 1 ? 'row' : 'rows'}`)}: ${counts.join(', ')}${mark}`
}

const plurals = {
  customer: 'customers',
  contact: 'contacts',
  lead: 'leads',
  deal: 'deals',
  person: 'people',
  product: 'products',
}
const separators: Record<string, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' }

function sayFile(file: ImportAnswer['files'][number], { columns }: ImportAnswer): string {
  const own = columns.filter((column) => column.file === file.file)
  const went = own.filter(({ to }) => to !== 'imported' && to !== 'left out')
  const how = [file.encoding, separators[file.separator ?? ''], file.lineEnds].filter(Boolean).join(', ')
  const counts = (['created', 'changed', 'unchanged', 'rejected'] as const).flatMap((count) =>
    file[count] > 0 ? [`${sayNumber(file[count])} ${count}`] : [],
  )
  return [
    `${styleText('bold', file.file)}  ${plurals[file.kind]}: ${counts.join(', ') || 'no rows'}  ${styleText('dim', how)}`,
    ...went.map(({ column, to, reading }) => `  ${column} → ${to}${reading ? styleText('dim', `  ${reading}`) : ''}`),
    sayColumns('kept as written', own, 'imported'),
    sayColumns('left out', own, 'left out'),
  ]
    .filter(Boolean)
    .join('\n')
}

function sayColumns(what: string, columns: ImportAnswer['columns'], to: string): string {
  const names = columns.filter((column) => column.to === to).map(({ column }) => column)
  if (names.length === 0) return ''
  const spelt = names.slice(0, mostColumns).map((name) => name.replace(/\s+/g, ' '))
  const more = names.length > mostColumns ? ` and ${sayNumber(names.length - mostColumns)} more` : ''
  const [first, ...rest] = wrap(`${what}: ${spelt.join(', ')}${more}`, Math.min(process.stdout.columns ?? 100, 100) - 4).split(
    '\n',
  )
  return [`  ${first}`, ...rest.map((line) => `    ${line}`)].join('\n')
}

function sayBesides(answer: ImportAnswer, apply: boolean): string {
  const { people, customers, workflows, suppressed, assigned, products, unassigned } = answer
  const lost = unassigned.reduce((sum, { rows }) => sum + rows, 0)
  return [
    people.length > 0 && `People named by rows, now in workspace-setup/people: ${some(people)}`,
    customers.length > 0 && `Customers made of companies that rows name: ${some(customers)}`,
    ...workflows
      .filter(({ added }) => added > 0)
      .map(
        ({ workflow, stages }) =>
          `Stages of their own: customers/workflows/${workflow}.yaml has ${some(stages)}. To use another workflow, say in a --map file what each becomes (stages:).`,
      ),
    ...products.matched.map(
      ({ written, product, rows }) => `Product "${written}" is read as ${product} (${sayCount(rows, 'row')}).`,
    ),
    suppressed > 0 &&
      `${sayCount(suppressed, 'address', 'addresses')} that nothing may be sent to: workspace-setup/compliance/suppression.yaml`,
    assigned.length > 0 && `Given to the customer they belong to: ${some(assigned)}`,
    lost > 0 &&
      `${sayCount(lost, 'row')} ${lost === 1 ? 'names a company' : 'name companies'} that ${lost === 1 ? 'is' : 'are'} no customer, or several, and ${apply ? 'went' : 'will go'} to customers/_unassigned: ${some(
        unassigned.map(
          ({ company, rows, fits }) =>
            `${company}${rows > 1 ? ` (${rows})` : ''}${fits.length > 1 ? ` fits ${fits.slice(0, 3).join(', ')}` : ''}`,
        ),
        '; ',
      )}. --new-customers makes customers of those that are none.`,
  ]
    .filter((line) => line !== false)
    .map((line) => wrap(line))
    .join('\n')
}

const sayNote = ({ file, line, column, message, count }: ImportAnswer['notes'][number]) =>
  `${file}:${line}: ${column ? `${column}: ` : ''}${message}${count ? ` (and ${sayCount(count, 'more row')})` : ''}`

function list(title: string, lines: readonly string[], all = lines.length): string {
  if (lines.length === 0) return ''
  const more = all - Math.min(most, lines.length)
  return [
    styleText('bold', title),
    ...lines.slice(0, most).map((line) => `  ${line}`),
    ...(more > 0 ? [`  and ${sayNumber(more)} more`] : []),
  ].join('\n')
}

const some = (names: readonly string[], between = ', ') =>
  names.length > most ? `${names.slice(0, most).join(between)} and ${sayNumber(names.length - most)} more` : names.join(between)
