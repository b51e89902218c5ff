import { Args } from '@oclif/core'
import contactShow from '../../../actions/contact-show.ts'
import { Door } from '../../door.ts'
import { sayRecord } from '../../say/record.ts'

export default class ContactShow extends Door {
  static override summary = contactShow.summary
  static override examples = ['<%= config.bin %> contact show jo@acme.com', '<%= config.bin %> contact show acme/jo-park --json']
  static override args = {
    contact: Args.string({ required: true, description: 'Slug, customer/slug, e-mail, external id, name or path.' }),
  }

  async run() {
    const { args } = await this.parse(ContactShow)
    const { row, body, called, today, problems } = await this.ask(contactShow, { record: args.contact })
    this.log(sayRecord(called, row, body, today))
    this.warnOf(problems)
    return { contact: row, notes: body }
  }
}
