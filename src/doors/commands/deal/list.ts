import { Args } from '@oclif/core'
import dealList from '../../../actions/deal-list.ts'
import { Door } from '../../door.ts'
import { flagsOf } from '../../flags-of.ts'
import { sayDeals } from '../../say/lists.ts'

export default class DealList extends Door {
  static override summary = dealList.summary
  static override examples = ['<%= config.bin %> deal list', '<%= config.bin %> deal list acme --json']
  static override args = { customer: Args.string({ description: 'Only those of this customer.' }) }
  static override flags = flagsOf(dealList.input, 'customer')

  async run() {
    const { args, flags } = await this.parse(DealList)
    const { rows, today, problems } = await this.ask(dealList, { ...args, ...flags })
    if (rows.length > 0 || problems.length === 0) this.log(sayDeals(rows, today))
    this.warnOf(problems)
    return { deals: rows, total: rows.length }
  }
}
