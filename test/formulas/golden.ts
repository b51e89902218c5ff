import { readFileSync } from 'node:fs'

export type Golden = { name: string; half: 'fitted' | 'held back'; text: string }

/** The texts of test/golden/prose.txt: bench/fit-estimator.ts sees only the halves named fitted. */
export const readGolden = (): Golden[] =>
  readFileSync(new URL('../golden/prose.txt', import.meta.url), 'utf8')
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n')
      const [name, half] = part.slice(0, end).split(' | ')
      return { name: name!, half: half as Golden['half'], text: part.slice(end + 1) }
    })
