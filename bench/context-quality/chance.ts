import { seeded } from '../generate.ts'

export type Chance = ReturnType<typeof openChance>

/** Draws from one stream of numbers, so that a seed makes the same account everywhere. */
export function openChance(seed: number) {
  const next = seeded(seed)
  const below = (most: number) => Math.floor(next() * most)
  return {
    below,
    /** A whole number from `least` to `most`. */
    between: (least: number, most: number) => least + below(most - least + 1),
    is: (part: number) => next() < part,
    pick: <T>(list: readonly T[]): T => list[below(list.length)]!,
    shuffle: <T>(list: readonly T[]): T[] => {
      const mixed = [...list]
      for (let n = mixed.length - 1; n > 0; n--) {
        const other = below(n + 1)
        ;[mixed[n], mixed[other]] = [mixed[other]!, mixed[n]!]
      }
      return mixed
    },
  }
}
