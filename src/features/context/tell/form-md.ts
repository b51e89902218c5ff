import { type OpenTier, refuse } from '../read-tier.ts'
import { type Form, generated, type Head } from './form.ts'
import type { Page, Said } from './lay-out.ts'

/** A tag or a comment as it begins, and the marks by which models part their own texts. */
const tag = /<(?=[!?]|\/?[a-z][\w-]*(?:[\s/>]|$))/gi
const special = /<(?=[|｜])/g
/** Numbers in brackets of any kind: what a reader would take for a citation. */
const citation = /[[［【〔](\s*\p{N}+(?:\s*[-–,;，、]\s*\p{N}+)*\s*)[\]］】〕]/gu

/** A text of a file as it stands in Markdown: it begins no tag and cites nothing. */
const escape = (text: string) => text.replace(citation, '($1)').replace(tag, '\\<').replace(special, '<\\')

const escapeSaid = <S extends Said>(said: S): S => ({ ...said, text: escape(said.text) })

/** Markdown, or whatever the template of a team makes. Rendering throws a Failure where the template is wrong. */
export const openMarkdown = (tier: OpenTier, { customer, ...head }: Head): Form => ({
  escape,
  render({ sections, notTold, sources }: Page) {
    const told = sections.map((section) => ({
      ...section,
      items: section.items.map((item) => ({ ...escapeSaid(item), more: item.more.map(escapeSaid) })),
    }))
    const data = { customer: escape(customer), ...head, sections: told, notTold, sources }
    // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a template, no array
    const { text, problems } = tier.template.fill(data)
    if (problems) refuse(tier.path, problems)
    return `<!-- ${generated} -->\n${text!}`
  },
})
