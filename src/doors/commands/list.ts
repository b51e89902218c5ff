import { Args } from '@oclif/core'
import list from '../../actions/list.ts'
import { flagsOf } from '../flags-of.ts'
import { formatFlag, ListDoor } from '../list-door.ts'
import { sheetOfQueries } from '../say/lists/queries.ts'
import { sayBroken } from '../say/triggers.ts'

export default class List extends ListDoor {
  static override summary = list.summary
  static override description =
    'Queries of the team lie in workspace-setup/queries/*.yaml, your own in personal/<you>/queries; flags count before what they say.'
  static override examples = [
    '<%= config.bin %> list',
    '<%= config.bin %> list quiet-customers days=60',
    '<%= config.bin %> list quiet-customers --sort -no_activity --limit 10 --format csv',
  ]
  static override args = {
    query: Args.string({ description: 'Name of a query; absent, all are shown.' }),
    values: Args.string({ description: 'name=value for what the query takes; any number of them.' }),
  }
  static override flags = { ...flagsOf(list.input, 'query', 'values'), ...formatFlag }
  static override strict = false

  async run() {
    const { argv, flags } = await this.parse(List)
    const { format, ...asked } = flags
    const [name, ...values] = argv as string[]
    const answer = await this.ask(list, { ...asked, query: name, values })
    if (answer.query) {
      const { query, ...listed } = answer
      return { query, ...this.sayList(query.about, listed, format) }
    }
    const { queries, problems } = answer
    if (queries.length === 0 && format === 'table')
      this.log('No queries yet. A query is a file such as workspace-setup/queries/stalled-renewals.yaml with about: and where:.')
    else this.sayRows(format, sheetOfQueries(queries))
    this.tell(sayBroken(problems))
    return { queries, total: queries.length }
  }
}
