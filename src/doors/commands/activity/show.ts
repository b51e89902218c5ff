import { Args } from '@oclif/core'
import activityShow from '../../../actions/activity-show.ts'
import { Door } from '../../door.ts'
import { sayActivity } from '../../say/activities.ts'

export default class ActivityShow extends Door {
  static override summary = activityShow.summary
  static override examples = [
    '<%= config.bin %> activity show acme/2026-11-21-1105-call-budget-ok-k3f9',
    '<%= config.bin %> activity show gong:123 --json',
  ]
  static override args = {
    activity: Args.string({ required: true, description: 'Slug, customer/slug, source (gong:123) or path of the activity.' }),
  }

  async run() {
    const { args } = await this.parse(ActivityShow)
    const { activity, text, problems, ...here } = await this.ask(activityShow, args)
    this.log(sayActivity(activity, text, here))
    this.warnOf(problems)
    return { activity, text }
  }
}
