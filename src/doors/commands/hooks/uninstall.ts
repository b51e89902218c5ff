import hooksUninstall from '../../../actions/hooks-uninstall.ts'
import { Door, everyFlag } from '../../door.ts'

export default class HooksUninstall extends Door {
  static override summary = hooksUninstall.summary
  static override baseFlags = everyFlag
  static override examples = ['<%= config.bin %> hooks uninstall']

  async run() {
    await this.parse(HooksUninstall)
    const answer = await this.ask(hooksUninstall, {})
    this.log(
      answer.uninstalled
        ? `Git checks commits no longer (${answer.path}).`
        : `There is no hook of dossier's to take away (${answer.path}).`,
    )
    return answer
  }
}
