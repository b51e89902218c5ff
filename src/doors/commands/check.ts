import { Args, Flags } from '@oclif/core'
import { ask } from '../../actions/ask.ts'
import check, { checking } from '../../actions/check.ts'
import { Door } from '../door.ts'
import { sayForGithub, sayProblems } from '../say/problems.ts'
import { following } from '../terminal/progress.ts'

export default class Check extends Door {
  static override summary = check.summary
  static override description = 'Changes nothing. Ends with exit code 1 when there is an error; warnings alone are 0.'
  static override examples = [
    '<%= config.bin %> check',
    '<%= config.bin %> check customers/acme',
    '<%= config.bin %> check --format github',
  ]
  static override args = { path: Args.string({ description: check.input.shape.path.description! }) }
  static override flags = {
    format: Flags.string({
      summary: 'text for people, github for annotations in GitHub Actions.',
      options: ['text', 'github'],
      default: 'text',
    }),
  }
  static override strict = false

  async run() {
    const { argv, flags } = await this.parse(Check)
    const watcher = following('files checked', process.stderr.isTTY && !this.given.quiet)
    const checked = await ask(checking(watcher.progress), { path: argv }, this.session()).finally(watcher.end)
    const said =
      flags.format === 'github' ? sayForGithub(checked.problems, this.session().place().git?.prefix) : sayProblems(checked)
    if (said) this.log(said)
    if (checked.problems.some(({ severity }) => severity === 'error')) process.exitCode = 1
    return checked
  }
}
