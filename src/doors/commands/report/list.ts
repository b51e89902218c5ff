import reportList from '../../../actions/report-list.ts'
import { Door } from '../../door.ts'
import { sayReports } from '../../say/report.ts'

export default class ReportList extends Door {
  static override summary = reportList.summary
  static override description = 'A report is a file in reporting/templates; a team may write its own.'
  static override examples = ['<%= config.bin %> report list', '<%= config.bin %> report list --json']

  async run() {
    await this.parse(ReportList)
    const { reports, today, problems } = await this.ask(reportList, {})
    this.log(sayReports(reports, today))
    this.warnOf(problems)
    return { reports, total: reports.length }
  }
}
