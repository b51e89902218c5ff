import { Args } from '@oclif/core'
import set from '../actions/set.ts'
import { flagsOf } from './flags-of.ts'

/** The arguments of every `set`: the record, and any number of values. */
export const setArgs = (noun: string) => ({
  record: Args.string({
    required: true,
    description: `The ${noun}: slug, customer/slug, e-mail, domain, external id, name or path.`,
  }),
  values: Args.string({
    required: true,
    description: 'key=value, key= to remove, tags+=a, tags-=a, meddpicc.champion=jo-park; any number of them.',
  }),
})

/** The flags of every `set`. */
export const setFlags = flagsOf(set.input, 'record', 'values')
