import { Args } from '@oclif/core'
import contactList from '../../../actions/contact-list.ts'
import { flagsOf } from '../../flags-of.ts'
import { formatFlag, ListDoor } from '../../list-door.ts'

export default class ContactList extends ListDoor {
  static override summary = contactList.summary
  static override examples = [
    '<%= config.bin %> contact list acme',
    `<%= config.bin %> contact list --where 'role == "champion" && no_activity > 30' --json`,
  ]
  static override args = { customer: Args.string({ description: 'Only those of this customer.' }) }
  static override flags = { ...flagsOf(contactList.input, 'customer'), ...formatFlag }

  async run() {
    const {
      args,
      flags: { format, ...flags },
    } = await this.parse(ContactList)
    return this.sayList('contact', await this.ask(contactList, { ...args, ...flags }), format)
  }
}
