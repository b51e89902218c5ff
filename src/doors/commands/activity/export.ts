import { Args } from '@oclif/core'
import activityExport from '../../../actions/activity-export.ts'
import { Door } from '../../door.ts'
import { flagsOf } from '../../flags-of.ts'
import { printExport, sayExport } from '../../print-export.ts'

export default class ActivityExport extends Door {
  static override summary = activityExport.summary
  static override examples = [
    '<%= config.bin %> activity export --out meetings.ics',
    '<%= config.bin %> activity export acme --all > acme.ics',
  ]
  static override args = { customer: Args.string({ description: activityExport.input.shape.customer.description! }) }
  static override flags = flagsOf(activityExport.input, 'customer')

  async run() {
    const { args, flags } = await this.parse(ActivityExport)
    const answer = await this.ask(activityExport, { ...args, ...flags })
    this.warnOf(answer.problems)
    if ('text' in answer && !this.jsonEnabled()) printExport(answer.text)
    this.tell(
      'text' in answer && answer.exported === 0 ? 'There is no such meeting or call to export.' : sayExport(answer, 'event'),
    )
    return answer
  }
}
