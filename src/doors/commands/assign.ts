import { Args } from '@oclif/core'
import assign from '../../actions/assign.ts'
import { ChangingDoor } from '../changing-door.ts'

export default class Assign extends ChangingDoor {
  static override summary = assign.summary
  static override examples = ['<%= config.bin %> assign sam-lee acme', '<%= config.bin %> assign sam@lee.example acme']
  static override args = {
    record: Args.string({
      required: true,
      description: 'What lies in customers/_unassigned: slug, e-mail, external id, name or path.',
    }),
    customer: Args.string({ required: true, description: 'The customer it belongs to.' }),
  }

  async run() {
    const { args } = await this.parse(Assign)
    return this.change(assign, args)
  }
}
