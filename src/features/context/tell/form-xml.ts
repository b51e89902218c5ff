import { type Form, generated, type Head, quoted } from './form.ts'
import type { Page, Said } from './lay-out.ts'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** What no XML may hold, and what would begin a line. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const illegal = /[\u0000-\u001F\uFFFE\uFFFF]/g

const escape = (text: string) =>
  text
    .toWellFormed()
    .replace(illegal, ' ')
    .replace(/[&<>]/g, (sign) => entities[sign]!)

const inQuotes = (text: string | number) => escape(String(text)).replaceAll('"', '&quot;')

const tag = (name: string, fields: Record<string, string | number | undefined>) => {
  const said = Object.entries(fields).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${inQuotes(value)}"`]))
  return `<${name}${said.join('')}`
}

const open = (name: string, { numbers, mark, text }: Said) => `${tag(name, { cite: numbers.join(' '), mark })}>${escape(text)}`

/** Tagged as models read it best, the same for all tiers. What changes from day to day or with a longer history stands last. */
export const openXml = ({ customer, asOf, tier }: Head): Form => ({
  escape,
  render: ({ sections, sources }: Page) =>
    [
      `<!-- ${generated} -->`,
      `${tag('context', { customer, tier })}>`,
      `<note>${quoted}</note>`,
      ...sections.flatMap(({ name, title, shown, total, items }) => [
        `${tag('section', { name, title })}>`,
        ...items.map(
          (item) => [open('item', item), ...item.more.map((more) => `${open('more', more)}</more>`)].join('\n') + '</item>',
        ),
        `${tag('told', { shown, total })}/>`,
        '</section>',
      ]),
      `${tag('sources', { as_of: asOf })}>`,
      ...sources.map(({ n, path, line }) => `${tag('source', { n, path, line })}/>`),
      '</sources>',
      '</context>',
      '',
    ].join('\n'),
})
