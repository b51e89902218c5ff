import { Args } from '@oclif/core'
import { ask } from '../../actions/ask.ts'
import check from '../../actions/check.ts'
import { perform } from '../../actions/perform.ts'
import repair, { repairing } from '../../actions/repair.ts'
import { Door, everyFlag } from '../door.ts'
import { flagsOf } from '../flags-of.ts'
import { leftOf, sayRepair } from '../say/plans/repair.ts'
import { following } from '../terminal/progress.ts'

export default class Repair extends Door {
  static override summary = repair.summary
  static override baseFlags = everyFlag
  static override description =
    'Shows what it would change, by reason and file by file, and writes it as one commit with --apply. Only what can mean one thing is mended; dossier check tells the rest.'
  static override examples = ['<%= config.bin %> repair', '<%= config.bin %> repair customers/acme --apply']
  static override args = { path: Args.string({ description: repair.input.shape.path.description! }) }
  static override flags = flagsOf(repair.input, 'path')
  static override strict = false

  async run() {
    const { argv, flags } = await this.parse(Repair)
    const { apply = false } = flags as { apply?: boolean }
    const watcher = following('files read', process.stderr.isTTY && !this.given.quiet)
    const asked = { path: argv, apply }
    const done = await perform(repairing(watcher.progress), asked, this.session(), { dryRun: !apply }).finally(watcher.end)
    const hasMoved = apply && done.mends.some(({ to }) => to)
    const { problems } = await ask(check, { path: hasMoved ? [] : argv }, this.session())
    this.sayClock()
    const left = leftOf(problems, done, { apply })
    const { result, talk } = await sayRepair(done, { left, apply })
    this.log(result)
    this.tell(talk)
    const { mends, commit, pending } = done
    return { mends, left, ...(apply && { commit }), ...(pending && { pending }) }
  }
}
