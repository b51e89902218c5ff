import { Args } from '@oclif/core'
import taskList from '../../../actions/task-list.ts'
import { Door } from '../../door.ts'
import { flagsOf } from '../../flags-of.ts'
import { sayOverdue, sayTasks } from '../../say/tasks.ts'

export default class TaskList extends Door {
  static override summary = taskList.summary
  static override examples = ['<%= config.bin %> task list --mine --due week', '<%= config.bin %> task list acme --all --json']
  static override args = { customer: Args.string({ description: 'Only those of this customer.' }) }
  static override flags = flagsOf(taskList.input, 'customer')

  async run() {
    const { args, flags } = await this.parse(TaskList)
    const { tasks, overdue, today } = await this.ask(taskList, { ...flags, ...args })
    this.log(sayTasks(tasks, today))
    if (flags['due'] && flags['due'] !== 'overdue') this.tell(sayOverdue(overdue))
    return { tasks, total: tasks.length }
  }
}
