import { Flags } from '@oclif/core'
import brief from '../../actions/brief.ts'
import briefKeep from '../../actions/brief-keep.ts'
import briefSave from '../../actions/brief-save.ts'
import { ChangingDoor } from '../changing-door.ts'
import { readingFlags } from '../door.ts'
import { flagsOf } from '../flags-of.ts'
import { sayBrief } from '../say/brief.ts'

export default class BriefOfDay extends ChangingDoor {
  static override summary = brief.summary
  static override baseFlags = { ...ChangingDoor.baseFlags, 'as-of': readingFlags['as-of'] }
  static override description =
    'What counts is what you own: accounts, deals, tasks, and alerts for you; of a manager also what their people own.'
  static override examples = ['brief', 'brief --user priya-raman', 'brief --save'].map((line) => `<%= config.bin %> ${line}`)
  static override flags = {
    ...flagsOf(brief.input),
    save: Flags.boolean({ summary: 'Write it into personal/<user>/daily-plans as well.', default: false }),
  }

  async run() {
    const { save, ...input } = (await this.parse(BriefOfDay)).flags
    const { brief: made, problems, ...written } = await this.make(save, input)
    if (!('preview' in written)) this.log(sayBrief(made))
    this.warnOf(problems)
    return { ...made, ...written }
  }

  /** A personal folder that git ignores is written without a commit. */
  private async make(save: boolean, input: unknown) {
    if (save && this.session().settings().personal === 'shared') return this.change(briefSave, input)
    if (!save || this.given['dry-run']) return this.ask(brief, input)
    const kept = await this.ask(briefKeep, input)
    this.tell(`Saved ${kept.path}; not committed: git ignores personal/ here.`)
    return kept
  }
}
