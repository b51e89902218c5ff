import { Args } from '@oclif/core'
import contactHistory from '../../../actions/contact-history.ts'
import { Door } from '../../door.ts'
import { flagsOf } from '../../flags-of.ts'
import { sayHistory, sayUntold } from '../../say/history.ts'

export default class ContactHistory extends Door {
  static override summary = contactHistory.summary
  static override description = "Told by values, not lines, and under every name the file has had. Days are the workspace's."
  static override examples = [
    '<%= config.bin %> contact history jo@acme.com',
    '<%= config.bin %> contact history jo@acme.com --field title --since 2026-09-01',
  ]
  static override args = { record: Args.string({ required: true, description: contactHistory.input.shape.record.description! }) }
  static override flags = flagsOf(contactHistory.input, 'record')

  async run() {
    const { args, flags } = await this.parse(ContactHistory)
    const { called, today, ...history } = await this.ask(contactHistory, { ...flags, ...args })
    this.log(sayHistory({ ...history, called, today }))
    this.tell(sayUntold(history))
    return history
  }
}
