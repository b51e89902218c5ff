import { Args } from '@oclif/core'
import { type Shell, shells } from '../completion/print-offers.ts'
import { scripts } from '../completion/scripts.ts'
import { Door, everyFlag } from '../door.ts'

export default class Completion extends Door {
  static override baseFlags = everyFlag
  static override summary = 'Print what makes a shell complete commands, flags and the names of your workspace.'
  static override description =
    'bash: put `source <(dossier completion bash)` into ~/.bashrc. zsh: `source <(dossier completion zsh)` into ~/.zshrc. fish: dossier completion fish > ~/.config/fish/completions/dossier.fish'
  static override examples = shells.map((shell) => `<%= config.bin %> completion ${shell}`)
  static override args = {
    shell: Args.string({ required: true, options: [...shells], description: 'bash, zsh or fish.' }),
  }

  async run() {
    const { args } = await this.parse(Completion)
    const shell = args.shell as Shell
    this.log(scripts[shell].trimEnd())
    return { shell, script: scripts[shell] }
  }
}
