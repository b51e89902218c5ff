const grouped = /^[+-]?[1-9]\d{0,2}(?:([,  '’_\u00a0\u202f])\d{3})(?:\1\d{3})*(?:\.\d+)?$/
const pointed = /^[+-]?[1-9]\d{0,2}(?:\.\d{3}){2,}(?:,\d+)?$|^[+-]?[1-9]\d{0,2}(?:\.\d{3})+,\d+$/
const plain = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)$/
const comma = /^[+-]?\d+,(?:\d{1,2}|\d{4,})$/

/** The number a text stands for where only one can be meant; `1.234` in quotes may be two. `units` may stand before or after. */
export function readNumber(text: string, units: readonly string[] = []): number | undefined {
  if (text.length > 60) return undefined
  const bare = withoutUnit(text.trim(), units)
  if (/^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(bare)) return undefined
  const digits = grouped.test(bare)
    ? bare.replace(/[^\d.+-]/g, '')
    : pointed.test(bare)
      ? bare.replaceAll('.', '').replace(',', '.')
      : comma.test(bare)
        ? bare.replace(',', '.')
        : plain.test(bare)
          ? bare
          : undefined
  if (digits === undefined || digits.replace(/\D/g, '').length > 15) return undefined
  return Number(digits)
}

function withoutUnit(text: string, units: readonly string[]): string {
  const unit = units.find((one) => text.startsWith(one) || text.endsWith(one))
  if (unit === undefined) return text
  return (text.startsWith(unit) ? text.slice(unit.length) : text.slice(0, -unit.length)).trim()
}
