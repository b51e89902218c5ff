import { Args } from '@oclif/core'
import dealList from '../../../actions/deal-list.ts'
import { flagsOf } from '../../flags-of.ts'
import { formatFlag, ListDoor } from '../../list-door.ts'

export default class DealList extends ListDoor {
  static override summary = dealList.summary
  static override examples = [
    '<%= config.bin %> deal list acme --json',
    `<%= config.bin %> deal list --where 'owner == me && amount >= 10000' --sort -amount --limit 10`,
    '<%= config.bin %> deal list --fields name,amount,customer.segment --format md',
  ]
  static override args = { customer: Args.string({ description: 'Only those of this customer.' }) }
  static override flags = { ...flagsOf(dealList.input, 'customer'), ...formatFlag }

  async run() {
    const {
      args,
      flags: { format, ...flags },
    } = await this.parse(DealList)
    return this.sayList('deal', await this.ask(dealList, { ...args, ...flags }), format)
  }
}
