import * as z from 'zod'
import { packCustomer, packPath } from '../features/context/pack-customer.ts'
import { noteInputs, savePack } from '../features/context/saved/save-pack.ts'
import { formats } from '../features/context/tell/open-form.ts'
import { openNamed } from '../workspace/open-named.ts'
import { asking } from './action.ts'
import { measurePack } from './measure-pack.ts'
import { budgetInput, exactInput, packingOf } from './packing.ts'

export default asking({
  name: 'customer context',
  summary: 'Build what to know about a customer, within a budget of tokens and with sources.',
  effect: 'read',
  input: z.object({
    customer: z.string().describe('Slug, domain, external id, name or path of the customer.'),
    tier: z.string().default('compact').describe('How much: compact, standard, extended, or a template of your own.'),
    budget: budgetInput(5000, "the tier's own"),
    task: z.string().optional().describe('What it is for, such as "prepare the renewal": what fits comes first.'),
    format: z.enum(formats).default('md').describe('Markdown by the template, or tagged (xml) and JSON for programs and models.'),
    save: z.boolean().default(false).describe('Write it to documents/context of the customer, which git ignores.'),
    exact: exactInput,
    own: z
      .boolean()
      .default(false)
      .describe('Tell your own notes (personal/) too, where it is neither kept nor sent: for your eyes, in a terminal.'),
    inline: z.number().default(Infinity).describe('Above this many tokens it is written to the file instead of being answered.'),
  }),
  async run({ customer: name, tier, budget, task = '', format, save, exact, own, inline }, session) {
    const place = session.place()
    const customer = await openNamed(place, name, ['customer'])
    const asked = packingOf(session, { tier, budget, task, format })
    const noted = save || inline < Infinity ? await noteInputs(place, { ...asked, customer: customer.slug }) : undefined
    const notesOf = own && !save && !exact && inline === Infinity ? await session.me() : undefined
    const build = (factor: number) => packCustomer(place, customer, { ...asked, factor, notesOf })
    const { pack, tokens, ...measured } = await measurePack(session, exact, build)
    const { text, tokens: _, items, ...rest } = pack.context
    const path = packPath(customer.slug, pack.tier, format)
    const isWritten = noted !== undefined && (save || tokens > inline)
    if (isWritten) savePack(place, noted, { path, text }, () => session.newId())
    return {
      customer: customer.slug,
      tier: pack.tier,
      budget: pack.budget,
      tokens,
      ...measured,
      ...(isWritten && { path }),
      ...(tokens <= inline && { text }),
      ...rest,
      items: items.filter(({ detail }) => detail !== 'none'),
      removed: pack.removed,
      secrets: pack.secrets,
      problems: pack.problems,
    }
  },
})
