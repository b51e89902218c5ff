import { Args } from '@oclif/core'
import activityList from '../../../actions/activity-list.ts'
import { Door } from '../../door.ts'
import { flagsOf } from '../../flags-of.ts'
import { sayActivities } from '../../say/activities.ts'

export default class ActivityList extends Door {
  static override summary = activityList.summary
  static override examples = [
    '<%= config.bin %> activity list acme',
    '<%= config.bin %> activity list --type call --since "last monday" --limit 50 --json',
  ]
  static override args = { customer: Args.string({ description: 'Only those of this customer.' }) }
  static override flags = flagsOf(activityList.input, 'customer')

  async run() {
    const { args, flags } = await this.parse(ActivityList)
    const { activities, total, problems, ...here } = await this.ask(activityList, { ...flags, ...args })
    this.log(sayActivities(activities, here))
    if (total > activities.length) this.tell(`The newest ${activities.length} of ${total}; --limit ${total} shows all.`)
    this.warnOf(problems)
    return { activities, total }
  }
}
