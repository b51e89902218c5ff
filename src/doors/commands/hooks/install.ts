import hooksInstall from '../../../actions/hooks-install.ts'
import { Door, everyFlag } from '../../door.ts'

export default class HooksInstall extends Door {
  static override summary = hooksInstall.summary
  static override description =
    'Writes a pre-commit hook that runs dossier check --staged: an error in what is staged keeps the commit out. A hook of your own is never written over.'
  static override baseFlags = everyFlag
  static override examples = ['<%= config.bin %> hooks install']

  async run() {
    await this.parse(HooksInstall)
    const answer = await this.ask(hooksInstall, {})
    this.log(
      answer.installed
        ? `Git now checks what is staged before each commit (${answer.path}).`
        : `Git already checks what is staged before each commit (${answer.path}).`,
    )
    return answer
  }
}
