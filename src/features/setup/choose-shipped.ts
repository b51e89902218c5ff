/** How much a new workspace begins with: only what it cannot do without, the usual defaults, or the sample company too. */
export type Amount = 'empty' | 'usual' | 'sample'

const order: Amount[] = ['empty', 'usual', 'sample']

/** What a workspace cannot do without: the stages, the schemas for editors, and a README that says what each folder is for. */
const needed =
  /^customers\/(?:workflows\/[^/]+\.yaml|README\.md|(?:templates|prospects)\/README\.md)$|^workspace-setup\/schemas\/[^/]+\.json$/
const explained = /^(?:reporting|sales-toolkit|workspace-setup|personal)\/(?:[^/]+\/)*README\.md$/

/** What serves any team as it stands; the rest of what is shipped is about the sample company. */
const usual =
  /^(?:customers\/templates|sales-toolkit\/(?:templates|playbooks|training)|workspace-setup\/(?:agents|triggers|processes))\//

/** The shipped files a new workspace of this amount is made of. */
export const chooseShipped = (paths: readonly string[], amount: Amount) =>
  paths.filter((path) => order.indexOf(leastFor(path)) <= order.indexOf(amount))

function leastFor(path: string): Amount {
  if (needed.test(path) || explained.test(path)) return 'empty'
  return usual.test(path) ? 'usual' : 'sample'
}
