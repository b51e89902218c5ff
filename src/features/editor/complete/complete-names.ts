import type { FieldPath } from '../../../records/plan.ts'
import { actionNames } from '../../../records/rules/rule-actions.ts'
import { fieldsOf } from '../../../records/schema/schema-of.ts'
import { customerIn } from '../../../workspace/tree.ts'
import type { Meaning } from '../find/field-meaning.ts'
import { valueOf, workflowAt } from '../find/target.ts'
import type { Page } from '../text/open-page.ts'
import type { View } from '../view.ts'
import type { Offer } from './offer.ts'

/** The names of what a field stands for: people of the team, customers, the customer's own contacts and deals, stages. */
export function completeNames(view: View, page: Page, meaning: Meaning, path: FieldPath): Offer[] {
  const here = customerIn(page.path) ?? '_unassigned'
  switch (meaning) {
    case 'person':
      return offerPeople(view)
    case 'customer':
      return view.customers().map((value) => ({ value, is: 'record', detail: 'customer' }))
    case 'contact':
      return offerContacts(view, here)
    case 'participant':
      return [...offerContacts(view, here), ...offerPeople(view)]
    case 'deal':
      return view.slugs('deal', here).map((value) => ({ value, is: 'record', detail: nameAt(view, 'deal', here, value) }))
    case 'stage':
      return offerStages(view, page)
    case 'workflow':
      return offerWorkflows(view, page)
    case 'record':
      return path.at(-1) === 'evidence'
        ? view
            .slugs('activity', here)
            .toReversed()
            .map((slug) => ({ value: `activities/${slug}.md`, is: 'record', detail: 'activity' }))
        : []
    case 'field': {
      const about = valueOf(page, 'about') ?? ''
      const kind = (['customer', 'contact', 'deal', 'activity'] as const).find((one) => one === about)
      const fields = Object.entries(kind ? fieldsOf(kind, view.team()) : {})
      return fields.map(([value, { description }]) => ({ value, is: 'key', detail: about, about: description }))
    }
    case 'action':
      return actionNames.map((value) => ({ value, is: 'function', detail: 'action' }))
    default:
      return []
  }
}

/** The people of the team by slug, with their names and what they do. */
export const offerPeople = (view: View): Offer[] =>
  view.persons().map((value) => {
    const { name, role } = view.record('person', `workspace-setup/people/${value}.yaml`)?.value ?? {}
    return { value, is: 'person', detail: [name, role].filter(Boolean).join(', '), ...(name && { match: `${value} ${name}` }) }
  })

/** A customer's contacts by slug; these few files are read, so that a name is found as well. */
const offerContacts = (view: View, customer: string): Offer[] =>
  view.slugs('contact', customer).map((value) => {
    const { name, title } = view.record('contact', `customers/${customer}/contacts/${value}.md`)?.value ?? {}
    return { value, is: 'person', detail: [name, title].filter(Boolean).join(', '), ...(name && { match: `${value} ${name}` }) }
  })

const nameAt = (view: View, kind: 'deal', customer: string, slug: string) =>
  view.record(kind, `customers/${customer}/deals/${slug}.md`)?.value.name

function offerStages(view: View, page: Page): Offer[] {
  const workflow = workflowAt(view, page)
  return (workflow?.value.stages ?? []).map(({ id, name, probability, require }) => ({
    value: id,
    is: 'choice',
    detail: [name !== id && name, probability !== undefined && `${Math.round(probability * 100)} %`].filter(Boolean).join(', '),
    about: require.length > 0 ? `Requires ${require.map((text) => `\`${text}\``).join(', ')}.` : undefined,
  }))
}

function offerWorkflows(view: View, page: Page): Offer[] {
  const about = page.kind === 'customer' || page.kind === 'deal' ? page.kind : (valueOf(page, 'about') ?? 'deal')
  return view
    .workflows()
    .filter(({ value }) => value.about === about)
    .map(({ slug, value }) => ({ value: slug, is: 'record', detail: value.name }))
}
