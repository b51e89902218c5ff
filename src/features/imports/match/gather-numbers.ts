import { numberTexts } from './number-texts.ts'

/** The numbers of what shares a key; most keys have just one. */
export type GatheredNumbers = { add(key: string, number: number): void; at(key: string): readonly number[] }

/** Gathers numbers under very many keys; only keys with several cost more than a few bytes. */
export function gatherNumbers(): GatheredNumbers {
  const first = numberTexts()
  const more = new Map<string, Set<number>>()
  return {
    add(key, number) {
      const one = first.get(key)
      if (one === undefined) first.set(key, number)
      else if (one !== number) more.set(key, (more.get(key) ?? new Set([one])).add(number))
    },
    at(key) {
      const one = first.get(key)
      return one === undefined ? [] : [...(more.get(key) ?? [one])]
    },
  }
}
