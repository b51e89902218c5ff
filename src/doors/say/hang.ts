import stringWidth from 'string-width'
import { wrap } from '../terminal/table.ts'

/** A line of a head and a text, which goes on under itself where the terminal ends; whole where there is none, as in a pipe. */
export function hang(head: string, text: string, width: number | undefined = process.stdout.columns): string {
  const indent = stringWidth(head)
  if (width === undefined || indent + stringWidth(text) <= width) return head + text
  return head + wrap(text, Math.max(24, width - indent)).replaceAll('\n', `\n${' '.repeat(indent)}`)
}
