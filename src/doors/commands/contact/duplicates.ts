import contactDuplicates from '../../../actions/contact-duplicates.ts'
import { Door } from '../../door.ts'
import { flagsOf } from '../../flags-of.ts'
import { sayContactDuplicates } from '../../say/plans/duplicates.ts'

export default class ContactDuplicates extends Door {
  static override summary = contactDuplicates.summary
  static override description =
    'By address (a plus and what follows do not count), phone, external id, profile and name. Changes nothing. Archived contacts are left out.'
  static override examples = [
    '<%= config.bin %> contact duplicates',
    '<%= config.bin %> contact duplicates --customer acme --min 0.85',
  ]
  static override flags = flagsOf(contactDuplicates.input)

  async run() {
    const { flags } = await this.parse(ContactDuplicates)
    const { pairs, contacts, problems } = await this.ask(contactDuplicates, flags)
    this.log(sayContactDuplicates(pairs, contacts))
    this.warnOf(problems)
    return { pairs }
  }
}
