import { ask } from '../../actions/ask.ts'
import reindex, { indexing } from '../../actions/reindex.ts'
import { Door, everyFlag } from '../door.ts'
import { flagsOf } from '../flags-of.ts'
import { sayUpdated } from '../say/reindexed.ts'
import { following } from '../terminal/progress.ts'

export default class Reindex extends Door {
  static override summary = reindex.summary
  static override examples = ['<%= config.bin %> reindex', '<%= config.bin %> reindex --afresh']
  static override baseFlags = everyFlag
  static override flags = flagsOf(reindex.input)

  async run() {
    const { flags } = await this.parse(Reindex)
    const watcher = following('files read', process.stderr.isTTY && !this.given.quiet)
    const updated = await ask(indexing(watcher.progress), flags, this.session()).finally(watcher.end)
    this.log(sayUpdated(updated))
    return updated
  }
}
