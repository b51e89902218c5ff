import territoryApply from '../../../actions/territory-apply.ts'
import { flagsOf } from '../../flags-of.ts'
import { PlanningDoor } from '../../planning-door.ts'
import { sayGiven } from '../../say/plans/territory.ts'

export default class TerritoryApply extends PlanningDoor {
  static override summary = territoryApply.summary
  static override description =
    'Shows who would get which account, and writes it as one commit with --apply. What was put away stays; so does what no rule fits, and what a rule gives to somebody who left.'
  static override examples = ['<%= config.bin %> territory apply', '<%= config.bin %> territory apply --deals --apply']
  static override flags = flagsOf(territoryApply.input)

  async run() {
    const { flags } = await this.parse(TerritoryApply)
    const { apply = false } = flags as { apply?: boolean }
    return this.plan(territoryApply, flags, { apply, say: sayGiven })
  }
}
