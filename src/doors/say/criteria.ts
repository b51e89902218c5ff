import { styleText } from 'node:util'
import type { Moved } from '../../actions/moving.ts'
import type { Unmet } from '../../features/pipeline/judge-criteria.ts'

/** What a stage advises and the record lacks, and which requirements a move set aside. */
export function sayCriteria({ advice, exceptions }: Pick<Moved, 'advice' | 'exceptions'>): string {
  const mark = (colour: 'yellow' | 'dim', word: string) => styleText(colour, word, { stream: process.stderr })
  return [
    ...exceptions.map((unmet) => `${mark('yellow', 'Set aside:')} ${sayUnmet(unmet)}`),
    ...advice.map((unmet) => `${mark('dim', 'Advised:')} ${sayUnmet(unmet)}`),
  ].join('\n')
}

const sayUnmet = ({ criterion, because }: Unmet) => (because.endsWith('is missing') ? because : `${criterion} (${because})`)
