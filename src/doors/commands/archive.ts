import { Args } from '@oclif/core'
import archive from '../../actions/archive.ts'
import { ChangingDoor } from '../changing-door.ts'

export default class Archive extends ChangingDoor {
  static override summary = archive.summary
  static override examples = ['<%= config.bin %> archive globex', '<%= config.bin %> archive acme/old-deal']
  static override args = {
    record: Args.string({ required: true, description: 'Slug, customer/slug, e-mail, external id, name or path.' }),
  }

  async run() {
    const { args } = await this.parse(Archive)
    return this.change(archive, args)
  }
}
