import { Args } from '@oclif/core'
import taskDone from '../../../actions/task-done.ts'
import { ChangingDoor } from '../../changing-door.ts'

export default class TaskDone extends ChangingDoor {
  static override summary = taskDone.summary
  static override examples = [
    '<%= config.bin %> task done "send the MSA"',
    '<%= config.bin %> task done customers/acme/customer.md:12',
  ]
  static override args = { task: Args.string({ required: true, description: 'A piece of its text, or path:line.' }) }

  async run() {
    const { args } = await this.parse(TaskDone)
    return this.change(taskDone, args)
  }
}
