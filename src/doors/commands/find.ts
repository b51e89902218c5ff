import { Args } from '@oclif/core'
import { ask } from '../../actions/ask.ts'
import find, { finding } from '../../actions/find.ts'
import { Door } from '../door.ts'
import { flagsOf } from '../flags-of.ts'
import { sayHits } from '../say/hits.ts'
import { following } from '../terminal/progress.ts'

export default class Find extends Door {
  static override summary = find.summary
  static override examples = [
    '<%= config.bin %> find "budget approved" --in activities --since 2026-09-01',
    '<%= config.bin %> find renew* --not draft --customer acme',
  ]
  static override args = { words: Args.string({ required: true, description: find.input.shape.words.description! }) }
  static override flags = flagsOf(find.input, 'words')
  static override strict = false

  async run() {
    const { argv, flags } = await this.parse(Find)
    const watcher = following('files read', process.stderr.isTTY && !this.given.quiet)
    const answer = await ask(finding(watcher.progress), { ...flags, words: argv }, this.session()).finally(watcher.end)
    this.sayClock()
    const { found, total, instead } = answer
    if (found.length > 0) this.log(sayHits(found))
    else this.tell(`Nothing found.${instead ? ` Did you mean ${instead.join(', ')}?` : ''}`)
    if (total > found.length) this.tell(`${total - found.length} more; --limit ${total} shows them.`)
    return answer
  }
}
