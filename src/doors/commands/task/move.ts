import { Args } from '@oclif/core'
import taskMove from '../../../actions/task-move.ts'
import { ChangingDoor } from '../../changing-door.ts'
import { flagsOf } from '../../flags-of.ts'

export default class TaskMove extends ChangingDoor {
  static override summary = taskMove.summary
  static override examples = [
    '<%= config.bin %> task move "send the MSA" fri',
    '<%= config.bin %> task move "send the MSA" --owner ben --into acme/renewal',
  ]
  static override args = {
    task: Args.string({ required: true, description: 'A piece of its text, or path:line.' }),
    when: Args.string({ description: 'The new day: fri, tomorrow, "in 2 weeks", 2026-12-01.' }),
  }
  static override flags = flagsOf(taskMove.input, 'task', 'when')

  async run() {
    const { args, flags } = await this.parse(TaskMove)
    return this.change(taskMove, { ...flags, ...args })
  }
}
