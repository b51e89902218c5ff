import type { Reckoned } from '../fit/reckon-items.ts'
import type { Item } from '../item.ts'

/** Of what a context could tell that which a person asks about, by a file, a line, a folder or words of it; what is worth most first. `all` are the items with all they say. */
export function chooseItems(items: readonly Reckoned[], all: readonly Item[], about: string | undefined): Reckoned[] {
  const asked = about?.trim().toLowerCase() ?? ''
  const fits = asked === '' ? () => true : openFits(all, asked)
  return items.filter(fits).sort((a, b) => b.worth - a.worth)
}

function openFits(all: readonly Item[], asked: string): (item: Reckoned) => boolean {
  const [, file = asked, line] = /^(.*):(\d+)$/.exec(asked) ?? []
  const folder = `${file.replace(/\/$/, '')}/`
  const isAt = ({ path, line: at }: Reckoned) => {
    const own = path.toLowerCase()
    return (own === file && (line === undefined || Number(line) === at)) || own.startsWith(folder)
  }
  const saying = new Set(
    all
      .filter(({ first, more }) => [first, ...more].some(({ text }) => text.toLowerCase().includes(asked)))
      .map(({ section, first }) => `${section} ${first.text}`),
  )
  return (item) => isAt(item) || saying.has(`${item.section} ${item.text}`)
}
