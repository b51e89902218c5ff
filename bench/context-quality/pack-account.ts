import { devNull } from 'node:os'
import { ask } from '../../src/actions/ask.ts'
import customerContext from '../../src/actions/customer-context.ts'
import { openSession } from '../../src/session/open.ts'
import type { Account } from './generate-account.ts'

/** The tier whose own budget is nearest below, or the smallest. */
const tierOf = (budget: number) => (budget < 20_000 ? 'compact' : budget < 100_000 ? 'standard' : 'extended')

/** Builds the product's context of an account, and times it. */
export async function packAccount({ slug, today }: Account, root: string, budget: number) {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1', DOSSIER_NOW: `${today}T12:00:00Z` }
  const begun = performance.now()
  const {
    text = '',
    tokens,
    problems,
  } = await ask(customerContext, { customer: slug, tier: tierOf(budget), budget }, openSession({ cwd: root, env }))
  return { text, tokens, problems, ms: performance.now() - begun }
}
