import { Args } from '@oclif/core'
import save from '../../actions/save.ts'
import { ChangingDoor } from '../changing-door.ts'

export default class Save extends ChangingDoor {
  static override summary = save.summary
  static override examples = ['<%= config.bin %> save', '<%= config.bin %> save acme customers/globex/customer.md']
  static override args = { paths: Args.string({ description: 'Only these files, folders or records; any number of them.' }) }
  static override strict = false

  async run() {
    const { argv } = await this.parse(Save)
    return this.change(save, { paths: argv })
  }
}
