import { Args } from '@oclif/core'
import customerNew from '../../../actions/customer-new.ts'
import { ChangingDoor } from '../../changing-door.ts'

export default class CustomerNew extends ChangingDoor {
  static override summary = customerNew.summary
  static override examples = [
    '<%= config.bin %> customer new "Acme GmbH" domain=acme.com owner=ada',
    '<%= config.bin %> customer new Globex industry=Retail employees=1200',
  ]
  static override args = {
    name: Args.string({ required: true, description: 'What people call the company.' }),
    values: Args.string({ description: 'key=value; any number of them.' }),
  }
  static override strict = false

  async run() {
    const { argv } = await this.parse(CustomerNew)
    const [name, ...values] = argv as string[]
    return this.change(customerNew, { name, values })
  }
}
