import customerDuplicates from '../../../actions/customer-duplicates.ts'
import { Door } from '../../door.ts'
import { flagsOf } from '../../flags-of.ts'
import { sayDuplicates } from '../../say/plans/duplicates.ts'

export default class CustomerDuplicates extends Door {
  static override summary = customerDuplicates.summary
  static override description =
    'By external id, domain, name without legal forms, and names alike. Changes nothing. Archived customers are left out.'
  static override examples = [
    '<%= config.bin %> customer duplicates',
    '<%= config.bin %> customer duplicates --min 0.85',
    '<%= config.bin %> customer duplicates --json',
  ]
  static override flags = flagsOf(customerDuplicates.input)

  async run() {
    const { flags } = await this.parse(CustomerDuplicates)
    const { groups, pairs, customers, problems } = await this.ask(customerDuplicates, flags)
    this.log(sayDuplicates(pairs, customers))
    this.warnOf(problems)
    return { groups, pairs }
  }
}
