import { Failure } from '../../failure.ts'
import { readTasks } from '../../records/kinds/task.ts'
import { sayValue } from '../../records/say-value.ts'
import { applyEdit } from '../../records/text/apply-edits.ts'
import type { Differing } from './merge-fields.ts'

type Other = {
  name: string
  path: string
  body: string
  differing: readonly Differing[]
  remarks?: readonly string[]
  day: string
}

/** A record's text with what another one said below a dated heading: its running text whole, the values that were not kept, and the comments on its fields. */
export function appendMerged(
  path: string,
  text: string,
  { name, path: from, body, differing, remarks = [], day }: Other,
): string {
  const values = differing.map(({ field, kept, was }) => `- ${field}: ${whole(was)} (kept: ${whole(kept)})`)
  const notes = body.replace(/^(?:[ \t]*\r?\n)+/, '').trimEnd()
  if (values.length + remarks.length === 0 && notes === '') return text
  refuseOpenCode(path, text)
  const said = [
    `## Merged from ${line(name)} on ${day}`,
    ...(values.length > 0 ? [`Values of ${from} that were not kept:`, values.join('\n')] : []),
    ...(remarks.length > 0 ? [`Comments in ${from}:`, remarks.map((remark) => `- ${code(remark)}`).join('\n')] : []),
    ...(notes ? [notes.replaceAll('\r\n', '\n')] : []),
  ]
  const before = text === '' || /\n[ \t]*\r?\n$/.test(text) ? '' : '\n'
  return applyEdit(text, { do: 'append', path, from: '', text: before + said.join('\n\n') }) ?? text
}

/** What is appended to a file that ends inside a code block would be read as code. */
function refuseOpenCode(path: string, text: string): void {
  const probe = 'appended below'
  if (readTasks('probe.md', `${text}\n\n- [ ] ${probe}`).some((task) => task.text === probe)) return
  throw new Failure(`${path} ends inside a code block, so what is appended to it would not be read.`, {
    hint: `close it: dossier edit ${path}`,
    exitCode: 2,
    path,
  })
}

const line = (text: string) => text.replace(/\s+/g, ' ').trim()
const code = (text: string) => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``)
const whole = (value: unknown) => sayValue(value, Infinity)
