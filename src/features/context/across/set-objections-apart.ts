import type { Item } from '../item.ts'

/** What was said against us at each customer stands in a section of its own; who competes is told for all customers together. */
export const setObjectionsApart = (items: readonly Item[]): Item[] =>
  items.flatMap((item): Item[] => {
    if (item.section !== 'competition') return [item]
    return item.path.includes('/activities/') ? [{ ...item, section: 'objections' }] : []
  })
