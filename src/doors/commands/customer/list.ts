import customerList from '../../../actions/customer-list.ts'
import { flagsOf } from '../../flags-of.ts'
import { formatFlag, ListDoor } from '../../list-door.ts'

export default class CustomerList extends ListDoor {
  static override summary = customerList.summary
  static override examples = [
    '<%= config.bin %> customer list',
    `<%= config.bin %> customer list --where 'segment == "enterprise" && no_activity > 30' --sort -employees`,
    '<%= config.bin %> customer list --fields slug,owner,health_score --format csv',
  ]
  static override flags = { ...flagsOf(customerList.input, 'customer'), ...formatFlag }

  async run() {
    const {
      flags: { format, ...flags },
    } = await this.parse(CustomerList)
    return this.sayList('customer', await this.ask(customerList, flags), format)
  }
}
