import { Args } from '@oclif/core'
import rm from '../../actions/rm.ts'
import { ChangingDoor } from '../changing-door.ts'

export default class Rm extends ChangingDoor {
  static override summary = rm.summary
  static override examples = ['<%= config.bin %> rm acme/jo-park', '<%= config.bin %> rm globex --dry-run']
  static override args = {
    record: Args.string({ required: true, description: 'Slug, customer/slug, e-mail, external id, name or path.' }),
  }

  async run() {
    const { args } = await this.parse(Rm)
    return this.change(rm, args)
  }
}
