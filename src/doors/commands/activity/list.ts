import { Args } from '@oclif/core'
import activityList from '../../../actions/activity-list.ts'
import { flagsOf } from '../../flags-of.ts'
import { formatFlag, ListDoor } from '../../list-door.ts'

export default class ActivityList extends ListDoor {
  static override summary = activityList.summary
  static override examples = [
    '<%= config.bin %> activity list acme',
    '<%= config.bin %> activity list --type call --since "last monday" --limit 50 --json',
    `<%= config.bin %> activity list --where 'sentiment < 0 && customer.owner == me' --fields date,customer,subject`,
  ]
  static override args = { customer: Args.string({ description: 'Only those of this customer.' }) }
  static override flags = { ...flagsOf(activityList.input, 'customer'), ...formatFlag }

  async run() {
    const { args, flags } = await this.parse(ActivityList)
    const { format, ...asked } = flags
    return this.sayList('activity', await this.ask(activityList, { ...asked, ...args }), format, !flags['sort'])
  }
}
