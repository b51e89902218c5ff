import { Args } from '@oclif/core'
import taskNew from '../../../actions/task-new.ts'
import { ChangingDoor } from '../../changing-door.ts'
import { flagsOf } from '../../flags-of.ts'

export default class TaskNew extends ChangingDoor {
  static override summary = taskNew.summary
  static override examples = [
    '<%= config.bin %> task new acme "Send the MSA" --due fri',
    '<%= config.bin %> task new acme/renewal "Ask legal" --owner ben --priority high',
  ]
  static override args = {
    record: Args.string({
      required: true,
      description: 'Where it goes: a customer, contact, deal or activity, by slug, name or path.',
    }),
    text: Args.string({ required: true, description: 'What is to be done.' }),
  }
  static override flags = flagsOf(taskNew.input, 'record', 'text')

  async run() {
    const { args, flags } = await this.parse(TaskNew)
    return this.change(taskNew, { ...flags, ...args })
  }
}
