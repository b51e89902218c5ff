import { Args } from '@oclif/core'
import contactList from '../../../actions/contact-list.ts'
import { Door } from '../../door.ts'
import { flagsOf } from '../../flags-of.ts'
import { sayContacts } from '../../say/lists.ts'

export default class ContactList extends Door {
  static override summary = contactList.summary
  static override examples = ['<%= config.bin %> contact list', '<%= config.bin %> contact list acme --json']
  static override args = { customer: Args.string({ description: 'Only those of this customer.' }) }
  static override flags = flagsOf(contactList.input, 'customer')

  async run() {
    const { args, flags } = await this.parse(ContactList)
    const { rows, problems } = await this.ask(contactList, { ...args, ...flags })
    if (rows.length > 0 || problems.length === 0) this.log(sayContacts(rows))
    this.warnOf(problems)
    return { contacts: rows, total: rows.length }
  }
}
