import { Args, Flags } from '@oclif/core'
import { ask } from '../../actions/ask.ts'
import check, { checking } from '../../actions/check.ts'
import { Door } from '../door.ts'
import { flagsOf } from '../flags-of.ts'
import { formatFlag, isBad, sayChecked } from '../say-checked.ts'
import { following } from '../terminal/progress.ts'
import { watching } from '../watch-check.ts'

export default class Check extends Door {
  static override summary = check.summary
  static override description =
    'Changes nothing. Ends with exit code 1 when there is an error; warnings alone are 0. How grave each code is, a team says in workspace-setup/processes/checks.yaml.'
  static override examples = [
    '<%= config.bin %> check',
    '<%= config.bin %> check customers/acme',
    '<%= config.bin %> check --strict --changed-since origin/main --format github',
  ]
  static override args = { path: Args.string({ description: check.input.shape.path.description! }) }
  static override flags = {
    ...flagsOf(check.input, 'path'),
    format: formatFlag,
    strict: Flags.boolean({ summary: 'Warnings end with exit code 1, too.' }),
    watch: Flags.boolean({ summary: 'Check again whenever files change, until ctrl-C.' }),
  }
  static override strict = false

  async run() {
    const { argv, flags } = await this.parse(Check)
    const asked = { ...flags, path: argv }
    if (flags['watch']) return watching({ ...this.given, asked, isJson: this.jsonEnabled(), log: (text) => this.log(text) })
    const watcher = following('files checked', process.stderr.isTTY && !this.given.quiet)
    const checked = await ask(checking(watcher.progress), asked, this.session()).finally(watcher.end)
    if (this.given['as-of'] !== undefined) this.sayClock()
    const said = sayChecked(checked, flags['format'], this.session())
    if (said) this.log(said)
    if (isBad(checked, flags['strict'])) process.exitCode = 1
    return checked
  }
}
