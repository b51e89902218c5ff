import { Args } from '@oclif/core'
import dealHistory from '../../../actions/deal-history.ts'
import { Door } from '../../door.ts'
import { flagsOf } from '../../flags-of.ts'
import { sayHistory, sayUntold } from '../../say/history.ts'

export default class DealHistory extends Door {
  static override summary = dealHistory.summary
  static override description = "Told by values, not lines, and under every name the file has had. Days are the workspace's."
  static override examples = [
    '<%= config.bin %> deal history acme/renewal',
    '<%= config.bin %> deal history acme/renewal --field stage --since 2026-09-01',
  ]
  static override args = { record: Args.string({ required: true, description: dealHistory.input.shape.record.description! }) }
  static override flags = flagsOf(dealHistory.input, 'record')

  async run() {
    const { args, flags } = await this.parse(DealHistory)
    const { called, today, ...history } = await this.ask(dealHistory, { ...flags, ...args })
    this.log(sayHistory({ ...history, called, today }))
    this.tell(sayUntold(history))
    return history
  }
}
