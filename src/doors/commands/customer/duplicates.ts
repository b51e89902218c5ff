import customerDuplicates from '../../../actions/customer-duplicates.ts'
import { Door } from '../../door.ts'
import { sayDuplicates } from '../../say/duplicates.ts'

export default class CustomerDuplicates extends Door {
  static override summary = customerDuplicates.summary
  static override description = 'Changes nothing. Archived customers are left out.'
  static override examples = ['<%= config.bin %> customer duplicates', '<%= config.bin %> customer duplicates --json']

  async run() {
    await this.parse(CustomerDuplicates)
    const { groups, customers, problems } = await this.ask(customerDuplicates, {})
    this.log(sayDuplicates(groups, customers))
    this.warnOf(problems)
    return { groups }
  }
}
