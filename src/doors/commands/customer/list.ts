import customerList from '../../../actions/customer-list.ts'
import { Door } from '../../door.ts'
import { flagsOf } from '../../flags-of.ts'
import { sayCustomers } from '../../say/lists.ts'

export default class CustomerList extends Door {
  static override summary = customerList.summary
  static override examples = ['<%= config.bin %> customer list', '<%= config.bin %> customer list --archived --json']
  static override flags = flagsOf(customerList.input, 'customer')

  async run() {
    const { flags } = await this.parse(CustomerList)
    const { rows, problems } = await this.ask(customerList, flags)
    if (rows.length > 0 || problems.length === 0) this.log(sayCustomers(rows))
    this.warnOf(problems)
    return { customers: rows, total: rows.length }
  }
}
