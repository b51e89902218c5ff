/** How much a new workspace begins with: only what it cannot do without, the usual defaults, or the sample company too. */
export type Amount = 'empty' | 'usual' | 'sample'

const order: Amount[] = ['empty', 'usual', 'sample']

/** What a workspace cannot do without: the stages, and a README that says what each folder is for; the schemas for editors are printed. */
const needed = /^customers\/(?:workflows\/[^/]+\.yaml|README\.md|(?:templates|prospects)\/README\.md)$/
const explained = /^(?:reporting|sales-toolkit|workspace-setup|personal)\/(?:[^/]+\/)*README\.md$/

/** What serves any team as it stands; the rest of what is shipped is about the sample company. */
const usual =
  /^(?:customers\/templates|reporting\/templates|sales-toolkit\/(?:templates|playbooks|training)|workspace-setup\/(?:agents|triggers|processes|queries))\//

/** The shipped files a new workspace of this amount is made of. */
export const chooseShipped = (paths: readonly string[], amount: Amount) =>
  paths.filter((path) => order.indexOf(leastFor(path)) <= order.indexOf(amount))

/** The least amount that a shipped file is part of. */
export function leastFor(path: string): Amount {
  if (needed.test(path) || explained.test(path)) return 'empty'
  return usual.test(path) ? 'usual' : 'sample'
}
