import { Args } from '@oclif/core'
import accept from '../../actions/accept.ts'
import { ChangingDoor } from '../changing-door.ts'

export default class Accept extends ChangingDoor {
  static override summary = accept.summary
  static override examples = [
    '<%= config.bin %> accept',
    '<%= config.bin %> accept acme/2026-11-21-1105-call-budget-ok-k3f9 --dry-run',
  ]
  static override args = {
    activity: Args.string({ description: 'The activity, by slug or path; else the last one you logged in this clone.' }),
  }

  async run() {
    const { args } = await this.parse(Accept)
    return this.change(accept, args)
  }
}
