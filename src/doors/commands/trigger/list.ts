import triggerList from '../../../actions/trigger-list.ts'
import { formatFlag, ListDoor } from '../../list-door.ts'
import { sayBroken, sayRules, sheetOfRules } from '../../say/triggers.ts'

export default class TriggerList extends ListDoor {
  static override summary = triggerList.summary
  static override description =
    'Rules of the team lie in workspace-setup/triggers, your own in personal/<you>/triggers; those of others are not shown.'
  static override examples = ['<%= config.bin %> trigger list', '<%= config.bin %> trigger list --json']
  static override flags = formatFlag

  async run() {
    const { flags } = await this.parse(TriggerList)
    const { rules, problems } = await this.ask(triggerList, {})
    if (flags.format === 'table') this.log(sayRules(rules))
    else this.sayRows(flags.format, sheetOfRules(rules))
    this.tell(sayBroken(problems))
    return { rules, total: rules.length, problems }
  }
}
