import { Args } from '@oclif/core'
import customerShow from '../../../actions/customer-show.ts'
import { Door } from '../../door.ts'
import { sayCustomer } from '../../say/customer.ts'

export default class CustomerShow extends Door {
  static override summary = customerShow.summary
  static override examples = ['<%= config.bin %> customer show acme', '<%= config.bin %> customer show acme.com --json']
  static override args = {
    customer: Args.string({ required: true, description: 'Slug, domain, external id, name or path of the customer.' }),
  }

  async run() {
    const { args } = await this.parse(CustomerShow)
    const shown = await this.ask(customerShow, args)
    this.log(sayCustomer(shown))
    this.warnOf(shown.problems)
    const { problems: _, notes: __, ...answer } = shown
    return answer
  }
}
