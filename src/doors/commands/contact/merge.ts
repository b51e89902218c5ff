import { Args } from '@oclif/core'
import contactMerge from '../../../actions/contact-merge.ts'
import { applyFlag, PlanningDoor } from '../../planning-door.ts'
import { sayContactMerge } from '../../say/plans/merge.ts'

export default class ContactMerge extends PlanningDoor {
  static override summary = contactMerge.summary
  static override description =
    'The two may be at one customer or at two. Shows what would become of every field, and writes it as one commit with --apply. The values of the first win; what the second said otherwise is kept in its running text. The second leaves a stub that leads on.'
  static override examples = [
    '<%= config.bin %> contact merge acme/jo-park acme/j-park',
    '<%= config.bin %> contact merge acme/jo-park acme/j-park --apply',
  ]
  static override args = {
    into: Args.string({ required: true, description: contactMerge.input.shape.into.description! }),
    from: Args.string({ required: true, description: contactMerge.input.shape.from.description! }),
  }
  static override flags = applyFlag

  async run() {
    const { args, flags } = await this.parse(ContactMerge)
    return this.plan(contactMerge, args, { apply: flags.apply, say: sayContactMerge })
  }
}
