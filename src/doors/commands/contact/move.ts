import { Args } from '@oclif/core'
import contactMove from '../../../actions/contact-move.ts'
import { ChangingDoor } from '../../changing-door.ts'
import { flagsOf } from '../../flags-of.ts'
import { sayRoles } from '../../say/plans/merge.ts'

export default class ContactMove extends ChangingDoor {
  static override summary = contactMove.summary
  static override description =
    'Work addresses of the old company, title and role stay with the stub, as they were. Each open deal in which the person plays a part is named, and gets a note.'
  static override examples = [
    '<%= config.bin %> contact move jo-park --to globex',
    '<%= config.bin %> contact move acme/jo-park --to globex --email jo.park@globex.example --title CFO',
  ]
  static override args = {
    contact: Args.string({ required: true, description: contactMove.input.shape.contact.description! }),
  }
  static override flags = flagsOf(contactMove.input, 'contact')

  async run() {
    const { args, flags } = await this.parse(ContactMove)
    const moved = await this.change(contactMove, { ...flags, ...args })
    this.tell(sayRoles(moved.roles))
    return moved
  }
}
