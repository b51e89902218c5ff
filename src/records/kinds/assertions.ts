import * as z from 'zod'
import { choice, lazily, list, text } from './field-types.ts'

const Assertion = lazily(() =>
  z.looseObject(
    {
      name: text.describe('What it is called, such as has-economic-buyer; problems have the code assertion/<name>.'),
      about: choice(['deal', 'customer', 'contact', 'activity']).describe('The kind of record it is about.'),
      where: text.describe('A CEL condition: which of them it is about; absent, all that are not archived.').optional(),
      require: text.describe('A CEL condition that must hold for each of them.'),
      severity: choice(['error', 'warning'])
        .describe('How grave it is; absent, an error, but a warning where time alone can break it.')
        .optional(),
      message: text.describe('What to say to whoever reads it, as a sentence.').optional(),
    },
    'keys and values such as name, about and require',
  ),
)

/** What a team holds to be always true: `workspace-setup/processes/assertions.yaml`. */
export const Assertions = lazily(() =>
  z.looseObject({ assertions: list(Assertion()).describe('The assertions, each judged by itself.').default([]) }),
)
export type Assertions = z.infer<ReturnType<typeof Assertions>>
export type Assertion = z.infer<ReturnType<typeof Assertion>>
