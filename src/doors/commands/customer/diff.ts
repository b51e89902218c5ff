import { Args } from '@oclif/core'
import customerDiff from '../../../actions/customer-diff.ts'
import { Door } from '../../door.ts'
import { flagsOf } from '../../flags-of.ts'
import { sayDiff } from '../../say/history.ts'

export default class CustomerDiff extends Door {
  static override summary = customerDiff.summary
  static override description = 'Edits that are not committed yet count. With --as-of it compares with then instead of now.'
  static override examples = [
    '<%= config.bin %> customer diff acme --since "last monday"',
    '<%= config.bin %> customer diff acme --since 2026-09-30 --json',
  ]
  static override args = {
    customer: Args.string({ required: true, description: customerDiff.input.shape.customer.description! }),
  }
  static override flags = flagsOf(customerDiff.input, 'customer')

  async run() {
    const { args, flags } = await this.parse(CustomerDiff)
    const { called, today: _, ...diff } = await this.ask(customerDiff, { ...flags, ...args })
    this.log(sayDiff({ ...diff, called }))
    return diff
  }
}
