import undo from '../../actions/undo.ts'
import { ChangingDoor } from '../changing-door.ts'

export default class Undo extends ChangingDoor {
  static override summary = undo.summary
  static override examples = ['<%= config.bin %> undo', '<%= config.bin %> undo --dry-run']

  async run() {
    await this.parse(Undo)
    return this.change(undo, {})
  }
}
