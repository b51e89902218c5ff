import { styleText } from 'node:util'
import stringWidth from 'string-width'
import { sayCount } from '../../formulas/say-figure.ts'
import type { Problem } from '../../records/problem.ts'
import { hang } from './hang.ts'

type Checked = { files: number; problems: readonly Problem[] }

const colour = { error: 'red', warning: 'yellow' } as const

/** What is wrong, file by file in aligned columns, and at the end how much. */
export function sayProblems({ files, problems }: Checked): string {
  const byFile = Object.values(Object.groupBy(problems, ({ path }) => path))
  return [...byFile.map((group) => sayFile(group!)), sayTotal(files, problems)].join('\n\n')
}

function sayFile(problems: readonly Problem[]): string {
  const places = problems.map(({ line, column }) => `${line}:${column}`)
  const width = Math.max(...places.map(stringWidth))
  const lines = problems.map(({ severity, message, expected, code }, n) => {
    const right = [expected && `(expected ${expected})`, code]
      .filter(Boolean)
      .map((words) => styleText('dim', `  ${words}`))
      .join('')
    const head = `  ${styleText('dim', places[n]!.padStart(width))}  ${styleText(colour[severity], severity.padEnd(7))}  `
    return hang(head, `${message}${right}`)
  })
  return [styleText('bold', problems[0]!.path), ...lines].join('\n')
}

function sayTotal(files: number, problems: readonly Problem[]): string {
  const count = (severity: Problem['severity']) => problems.filter((problem) => problem.severity === severity).length
  const [errors, warnings] = [count('error'), count('warning')]
  const said = [
    errors > 0 && styleText('red', sayCount(errors, 'error')),
    warnings > 0 && styleText('yellow', sayCount(warnings, 'warning')),
  ]
  return [sayCount(files, 'file'), ...(problems.length > 0 ? said : [styleText('green', 'nothing wrong')])]
    .filter(Boolean)
    .join(', ')
}

/** The same as annotations of GitHub Actions, at the lines of a pull request. `prefix` leads from the repository to the workspace. */
export const sayForGithub = (problems: readonly Problem[], prefix = ''): string =>
  problems
    .map(({ path, line, column, message, expected, severity, code }) => {
      const file = escapeProperty(prefix ? `${prefix}/${path}` : path)
      const title = code ? `,title=${escapeProperty(code)}` : ''
      return `::${severity} file=${file},line=${line},col=${column}${title}::${escape(expected ? `${message} Expected ${expected}.` : message)}`
    })
    .join('\n')

const escape = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const escapeProperty = (text: string) => escape(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
