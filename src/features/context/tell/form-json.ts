import { type Form, generated, type Head, quoted } from './form.ts'
import type { Page, Said } from './lay-out.ts'

/** A tag or a model's own mark is none where its first sign is escaped. */
const write = (value: unknown) => JSON.stringify(value).replace(/<(?=[|｜!?/a-z])/gi, String.raw`\u003c`)

const escape = (text: string) => write(text.toWellFormed()).slice(1, -1)

const fields = ({ text, numbers, mark }: Said) => ({ text: text.toWellFormed(), cite: numbers, ...(mark && { mark }) })

function writeItem({ more, ...said }: Page['sections'][number]['items'][number]): string {
  const first = write(fields(said))
  return more.length === 0 ? first : `${first.slice(0, -1)},"more":${list(more.map((one) => write(fields(one))))}}`
}

/** One member a line. */
const list = (members: readonly string[]) => (members.length === 0 ? '[]' : `[\n${members.join(',\n')}\n]`)

/** JSON for programs, a line for each thing that is told. What changes from day to day or with a longer history stands last. */
export const openJson = ({ customer, asOf, tier }: Head): Form => ({
  escape,
  render({ sections, sources }: Page) {
    const told = sections.map(
      ({ name, title, shown, total, items }) =>
        `${write({ name, title }).slice(0, -1)},"items":${list(items.map(writeItem))},${write({ shown, total }).slice(1)}`,
    )
    const head = write({ generated, note: quoted, customer, tier }).slice(0, -1)
    const listed = sources.map(({ n, path, line }) => write({ n, path, line }))
    return `${head},"sections":${list(told)},"asOf":${write(asOf)},"sources":${list(listed)}}\n`
  },
})
