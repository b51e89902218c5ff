import { customerIn } from '../../../workspace/tree.ts'
import type { Page } from '../text/open-page.ts'
import type { View } from '../view.ts'
import type { Suggestion } from './suggestion.ts'

type Span = { from: number; to: number; typed: string; isClosed: boolean }

/** What may stand between [[ and ]]: customers; behind `acme/`, contacts, deals and activities of that customer. */
export function completeLink(view: View, page: Page, { from, to, typed, isClosed }: Span): Suggestion[] {
  const close = isClosed ? '' : ']]'
  const [, customer] = /^([^/]+)\//.exec(typed) ?? []
  const put = (text: string) => ({ put: `${text}${close}`, from, to, is: 'record' as const })
  if (customer === undefined) {
    const own = customerIn(page.path)
    const slugs = view.customers()
    const near = own && slugs.includes(own) ? [own, ...slugs.filter((slug) => slug !== own)] : slugs
    return near.map((label) => ({ label, ...put(label), detail: 'customer' }))
  }
  if (!view.isCustomer(customer)) return []
  const members = (kind: 'contact' | 'deal' | 'activity', folder = '') =>
    view.slugs(kind, customer).map((slug) => {
      const label = `${customer}/${folder}${slug}`
      return { label, ...put(label), detail: kind }
    })
  return [...members('contact'), ...members('deal'), ...members('activity').toReversed()]
}
