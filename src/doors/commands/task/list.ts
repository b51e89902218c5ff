import { Args } from '@oclif/core'
import taskList from '../../../actions/task-list.ts'
import { flagsOf } from '../../flags-of.ts'
import { formatFlag, ListDoor } from '../../list-door.ts'
import { sayOverdue } from '../../say/tasks.ts'

export default class TaskList extends ListDoor {
  static override summary = taskList.summary
  static override examples = [
    '<%= config.bin %> task list --mine --due week',
    '<%= config.bin %> task list acme --all --json',
    `<%= config.bin %> task list --where 'customer.segment == "enterprise"' --sort priority,due`,
  ]
  static override args = { customer: Args.string({ description: 'Only those of this customer.' }) }
  static override flags = { ...flagsOf(taskList.input, 'customer'), ...formatFlag }

  async run() {
    const { args, flags } = await this.parse(TaskList)
    const { format, ...asked } = flags
    const answer = await this.ask(taskList, { ...asked, ...args })
    const said = this.sayList('task', answer, format)
    if (flags['due'] && flags['due'] !== 'overdue') this.tell(sayOverdue(answer.overdue))
    return said
  }
}
