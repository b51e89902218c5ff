import * as z from 'zod'
import { problemCodes } from '../problem-codes.ts'
import { choice, lazily } from './field-types.ts'

const severity = () => choice(['error', 'warning', 'off'])

/** How grave each kind of problem is to a team: `workspace-setup/processes/checks.yaml`, by code; what is absent stays as usual. */
export const Checks = lazily(() =>
  z
    .object(
      Object.fromEntries(Object.entries(problemCodes).map(([code, [, what]]) => [code, severity().describe(what).optional()])),
    )
    .catchall(severity()),
)
export type Checks = z.infer<ReturnType<typeof Checks>>
