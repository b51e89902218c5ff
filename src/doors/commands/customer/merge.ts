import { Args } from '@oclif/core'
import customerMerge from '../../../actions/customer-merge.ts'
import { applyFlag, PlanningDoor } from '../../planning-door.ts'
import { sayCustomerMerge } from '../../say/plans/merge.ts'

export default class CustomerMerge extends PlanningDoor {
  static override summary = customerMerge.summary
  static override description =
    'Shows what would become of every field and file, and writes it as one commit with --apply. The values of the first win; what the second said otherwise is kept in its running text. The second leaves a stub that leads on.'
  static override examples = [
    '<%= config.bin %> customer merge acme acme-gmbh',
    '<%= config.bin %> customer merge acme acme-gmbh --apply',
  ]
  static override args = {
    into: Args.string({ required: true, description: customerMerge.input.shape.into.description! }),
    from: Args.string({ required: true, description: customerMerge.input.shape.from.description! }),
  }
  static override flags = applyFlag

  async run() {
    const { args, flags } = await this.parse(CustomerMerge)
    return this.plan(customerMerge, args, { apply: flags.apply, say: sayCustomerMerge })
  }
}
