import { Args } from '@oclif/core'
import handover from '../../actions/handover.ts'
import { flagsOf } from '../flags-of.ts'
import { applyFlag, PlanningDoor } from '../planning-door.ts'
import { sayHandover } from '../say/plans/handover.ts'

export default class Handover extends PlanningDoor {
  static override summary = handover.summary
  static override description =
    'Shows what would change hands, and writes it as one commit with --apply. Past activities and closed deals keep their owner.'
  static override examples = [
    '<%= config.bin %> handover acme --to ben',
    '<%= config.bin %> handover ada --to ben --because "Ada leaves on Friday" --apply',
    `<%= config.bin %> handover --where 'customer.territory == "emea"' --to ben`,
    '<%= config.bin %> handover acme --to ben --tasks',
  ]
  static override args = { whose: Args.string({ description: handover.input.shape.whose.description! }) }
  static override flags = { ...flagsOf(handover.input, 'whose'), ...applyFlag }

  async run() {
    const { args, flags } = await this.parse(Handover)
    const { apply = false, ...input } = flags as { apply?: boolean }
    return this.plan(handover, { ...input, ...args }, { apply, say: sayHandover })
  }
}
