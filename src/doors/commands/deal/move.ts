import { Args } from '@oclif/core'
import dealMove from '../../../actions/deal-move.ts'
import { ChangingDoor } from '../../changing-door.ts'
import { flagsOf } from '../../flags-of.ts'
import { sayCriteria } from '../../say/criteria.ts'

export default class DealMove extends ChangingDoor {
  static override summary = dealMove.summary
  static override examples = [
    '<%= config.bin %> deal move acme negotiation',
    '<%= config.bin %> deal move acme/renewal closed-lost --force --because "the board said no"',
  ]
  static override args = {
    deal: Args.string({ required: true, description: 'The deal, or a customer with one open deal.' }),
    stage: Args.string({ required: true, description: 'A stage of its workflow, by id or name.' }),
  }
  static override flags = flagsOf(dealMove.input, 'record', 'stage')

  async run() {
    const { args, flags } = await this.parse(DealMove)
    const moved = await this.change(dealMove, { ...flags, record: args.deal, stage: args.stage })
    this.tell(sayCriteria(moved))
    return moved
  }
}
