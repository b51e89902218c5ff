import { Flags } from '@oclif/core'
import type { Session } from '../session/open.ts'
import type { Checked } from '../workspace/check/check-tree.ts'
import { sayForGithub, sayProblems } from './say/problems.ts'

export const formatFlag = Flags.string({
  summary: 'text for people, github for annotations in GitHub Actions, json as --json.',
  options: ['text', 'github', 'json'],
  default: 'text',
})

/** What a check found, in the form that was asked for. */
export function sayChecked(checked: Checked, format: string, session: Session): string {
  if (format === 'json') return JSON.stringify(checked, null, 2)
  return format === 'github' ? sayForGithub(checked.problems, session.here().git?.prefix) : sayProblems(checked)
}

/** Whether the command ends with 1: for an error, and with `strict` for a warning too. */
export const isBad = ({ problems }: Checked, strict: boolean) => problems.some(({ severity }) => strict || severity === 'error')
