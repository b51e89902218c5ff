import schemas from '../../actions/schemas.ts'
import { ChangingDoor } from '../changing-door.ts'

export default class Schemas extends ChangingDoor {
  static override summary = schemas.summary
  static override examples = ['<%= config.bin %> schemas', '<%= config.bin %> schemas --dry-run']

  async run() {
    await this.parse(Schemas)
    return this.change(schemas, {})
  }
}
