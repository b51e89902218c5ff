import { Args } from '@oclif/core'
import customerHistory from '../../../actions/customer-history.ts'
import { Door } from '../../door.ts'
import { flagsOf } from '../../flags-of.ts'
import { sayHistory, sayUntold } from '../../say/history.ts'

export default class CustomerHistory extends Door {
  static override summary = customerHistory.summary
  static override description =
    "Told are the customer, its deals and contacts, by values, not lines; what was renamed, moved or merged is followed. Days are the workspace's."
  static override examples = [
    '<%= config.bin %> customer history acme',
    '<%= config.bin %> customer history acme --field stage --since 2026-09-01',
  ]
  static override args = { record: Args.string({ required: true, description: customerHistory.input.shape.record.description! }) }
  static override flags = flagsOf(customerHistory.input, 'record')

  async run() {
    const { args, flags } = await this.parse(CustomerHistory)
    const { called, today, ...history } = await this.ask(customerHistory, { ...flags, ...args })
    this.log(sayHistory({ ...history, called, today }))
    this.tell(sayUntold(history))
    return history
  }
}
