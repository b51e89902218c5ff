/** What speaks for two records being one, each with the weight it has alone (0–1). */
const weights = {
  customer: {
    external: 0.98,
    domain: 0.9,
    name: 0.85,
    'short name': 0.6,
    label: 0.4,
  },
  contact: {
    external: 0.98,
    email: 0.97,
    linkedin: 0.95,
    phone: 0.6,
    'shared phone': 0.15,
    office: 0.1,
    name: 0.85,
    'swapped name': 0.8,
    initial: 0.6,
    'name elsewhere': 0.45,
  },
} as const

/** What speaks against it, each with what is left of the score. */
const doubts = {
  parent: 0.3,
  siblings: 0.5,
  'other id': 0.7,
  'other domain': 0.75,
  former: 0.9,
  left: 0.8,
  'other email': 0.9,
} as const

export type Doubt = keyof typeof doubts

/** The weight of names that are alike but not the same: 0.55 at a likeness of 0.9, 0.8 at 1; those less alike count nothing. */
export const likenessWeight = (likeness: number) => (likeness < 0.9 ? 0 : 0.55 + (likeness - 0.9) * 2.5)

/** How likely two records are one, 0–1 to two decimals: reasons as independent chances (1 − Π(1 − weight)), times what each doubt leaves. */
export function duplicateScore(
  kind: keyof typeof weights,
  reasons: readonly { by: string; weight?: number }[],
  against: readonly Doubt[],
): number {
  const table: Record<string, number> = weights[kind]
  const missed = reasons.reduce((left, { by, weight }) => left * (1 - (weight ?? table[by] ?? 0)), 1)
  const score = against.reduce((left, doubt) => left * doubts[doubt], 1 - missed)
  return Math.round(score * 100) / 100
}
