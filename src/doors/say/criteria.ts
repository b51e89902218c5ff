import { styleText } from 'node:util'
import type { Moved } from '../../actions/moving.ts'

/** What a stage advises and the record lacks, and which requirements a move set aside. */
export function sayCriteria({ advice, exceptions }: Pick<Moved, 'advice' | 'exceptions'>): string {
  const lines = [
    ...exceptions.map(
      ({ criterion, because }) => `${styleText('yellow', 'set aside', { stream: process.stderr })}  ${criterion}  (${because})`,
    ),
    ...advice.map(
      ({ criterion, because }) => `${styleText('dim', 'advised', { stream: process.stderr })}  ${criterion}  (${because})`,
    ),
  ]
  return lines.join('\n')
}
