import { Failure } from '../../failure.ts'
import type { Amount } from './choose-shipped.ts'

/** How much a new workspace begins with, by what was asked for. Throws a Failure when both ends are. */
export function readAmount({ empty, sample }: { empty: boolean; sample: boolean }): Amount {
  if (!(empty && sample)) return empty ? 'empty' : sample ? 'sample' : 'usual'
  throw new Failure('--empty and --sample exclude each other; nothing was written.', {
    hint: 'take one of them, or none',
    exitCode: 2,
  })
}
