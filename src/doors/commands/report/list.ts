import reportList from '../../../actions/report-list.ts'
import { formatFlag, ListDoor } from '../../list-door.ts'
import { sayReports, sheetOfReports } from '../../say/report.ts'

export default class ReportList extends ListDoor {
  static override summary = reportList.summary
  static override description = 'A report is a file in reporting/templates; a team may write its own.'
  static override examples = ['<%= config.bin %> report list', '<%= config.bin %> report list --json']
  static override flags = formatFlag

  async run() {
    const { flags } = await this.parse(ReportList)
    const { reports, today, problems } = await this.ask(reportList, {})
    if (flags.format === 'table') this.log(sayReports(reports, today))
    else this.sayRows(flags.format, sheetOfReports(reports, today))
    this.warnOf(problems)
    return { reports, total: reports.length }
  }
}
