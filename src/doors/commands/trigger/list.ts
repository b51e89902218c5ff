import triggerList from '../../../actions/trigger-list.ts'
import { Door } from '../../door.ts'
import { sayBroken, sayRules } from '../../say/triggers.ts'

export default class TriggerList extends Door {
  static override summary = triggerList.summary
  static override description =
    'Rules of the team lie in workspace-setup/triggers, your own in personal/<you>/triggers; those of others are not shown.'
  static override examples = ['<%= config.bin %> trigger list', '<%= config.bin %> trigger list --json']

  async run() {
    await this.parse(TriggerList)
    const { rules, problems } = await this.ask(triggerList, {})
    this.log(sayRules(rules))
    this.tell(sayBroken(problems))
    return { rules, total: rules.length, problems }
  }
}
