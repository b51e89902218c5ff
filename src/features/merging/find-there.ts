import { Failure } from '../../failure.ts'
import { emailKey } from '../../records/email-key.ts'
import { freeSlug } from '../../records/slug.ts'
import type { Kept } from '../../workspace/records.ts'

type Known = { email: string | undefined; isThere: (path: string) => boolean; leadsTo: (path: string) => string }

/** Where a person's file goes at another customer: in the place of a stub that leads to it, else under its slug. Throws a Failure (exit 2) when the person is there already. */
export function findThere(
  { slug, path, value }: Kept<'contact'>,
  customer: string,
  there: readonly Kept<'contact'>[],
  { email, isThere, leadsTo }: Known,
): string {
  const keysOf = (addresses: readonly (string | undefined)[]) => addresses.flatMap((one) => (one ? (emailKey(one) ?? []) : []))
  const keys = keysOf([value.email, ...(value.emails ?? []), email])
  const twin = there.find((other) => keysOf([other.value.email, ...(other.value.emails ?? [])]).some((key) => keys.includes(key)))
  if (twin)
    throw new Failure(`${value.name} is at ${customer} already: ${twin.path}.`, {
      hint: `dossier contact merge ${customer}/${twin.slug} ${path.split('/')[1]}/${slug}`,
      exitCode: 2,
      path: twin.path,
    })
  const pathOf = (own: string) => `customers/${customer}/contacts/${own}.md`
  const back = pathOf(slug)
  if (isThere(back) && leadsTo(back) === path) return back
  return pathOf(freeSlug(slug, (own) => isThere(pathOf(own)), { identity: path }))
}
