import { Args } from '@oclif/core'
import contactNew from '../../../actions/contact-new.ts'
import { ChangingDoor } from '../../changing-door.ts'

export default class ContactNew extends ChangingDoor {
  static override summary = contactNew.summary
  static override examples = [
    '<%= config.bin %> contact new acme "Jo Park" email=jo@acme.com title=CFO role=champion',
    '<%= config.bin %> contact new _unassigned "Sam Lee" email=sam@lee.example',
  ]
  static override args = {
    customer: Args.string({ required: true, description: 'The customer, or _unassigned.' }),
    name: Args.string({ required: true, description: 'The full name.' }),
    values: Args.string({ description: 'key=value; any number of them.' }),
  }
  static override strict = false

  async run() {
    const { argv } = await this.parse(ContactNew)
    const [customer, name, ...values] = argv as string[]
    return this.change(contactNew, { customer, name, values })
  }
}
