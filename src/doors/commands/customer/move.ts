import { Args } from '@oclif/core'
import customerMove from '../../../actions/customer-move.ts'
import { ChangingDoor } from '../../changing-door.ts'
import { flagsOf } from '../../flags-of.ts'
import { sayCriteria } from '../../say/criteria.ts'

export default class CustomerMove extends ChangingDoor {
  static override summary = customerMove.summary
  static override examples = [
    '<%= config.bin %> customer move acme onboarding',
    '<%= config.bin %> customer move acme closed-won --force --because "signed on paper"',
  ]
  static override args = {
    customer: Args.string({ required: true, description: 'The customer: slug, domain, external id, name or path.' }),
    stage: Args.string({ required: true, description: 'A stage of its workflow, by id or name.' }),
  }
  static override flags = flagsOf(customerMove.input, 'record', 'stage')

  async run() {
    const { args, flags } = await this.parse(CustomerMove)
    const moved = await this.change(customerMove, { ...flags, record: args.customer, stage: args.stage })
    this.tell(sayCriteria(moved))
    return moved
  }
}
