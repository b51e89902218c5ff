import { Args } from '@oclif/core'
import reportRun from '../../../actions/report-run.ts'
import { ChangingDoor } from '../../changing-door.ts'
import { flagsOf } from '../../flags-of.ts'
import { sayReport } from '../../say/report.ts'

export default class ReportRun extends ChangingDoor {
  static override summary = reportRun.summary
  static override description =
    'The file says how each figure comes about; --json lists the files behind it. A second run on the same day writes the same file anew.'
  static override examples = [
    '<%= config.bin %> report run ae --include-goals',
    '<%= config.bin %> report run ae --user priya-raman --period this_quarter',
    '<%= config.bin %> report run pulse --dry-run',
  ]
  static override args = { name: Args.string({ required: true, description: 'The report, such as ae or pulse.' }) }
  static override flags = flagsOf(reportRun.input, 'name')

  async run() {
    const { args, flags } = await this.parse(ReportRun)
    const { text, problems, ...written } = await this.change(reportRun, { ...flags, ...args })
    if (!written.preview) this.log(sayReport(text))
    this.warnOf(problems)
    return written
  }
}
