import * as z from 'zod'
import { lazily, positive } from './field-types.ts'

const part = (about: string) => positive.describe(about).optional()

/** What counts in a customer's health: `workspace-setup/processes/health.yaml`. Parts that are absent weigh what they usually do. */
export const HealthWeights = lazily(() =>
  z.looseObject({
    weights: z
      .looseObject(
        {
          recency: part('How long ago the last touch was; usually 30.'),
          engagement: part('Touches of the last 30 days against the three months before; usually 20.'),
          relationships: part('How many people answered in 90 days; usually 20.'),
          momentum: part('Whether open deals move and keep their dates; usually 15.'),
          sentiment: part('The mood noted in the last ten activities; usually 15.'),
        },
        'keys and values such as recency: 30',
      )
      .describe('What each part weighs beside the others.')
      .optional(),
  }),
)
export type HealthWeights = z.infer<ReturnType<typeof HealthWeights>>
