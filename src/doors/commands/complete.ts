import { Args, Flags } from '@oclif/core'
import { openSession } from '../../session/open.ts'
import { offerFor } from '../completion/offer-for.ts'
import { printOffers, type Shell, shells } from '../completion/print-offers.ts'
import { splitLine } from '../completion/split-line.ts'
import { Door, everyFlag } from '../door.ts'

export default class Complete extends Door {
  static override baseFlags = everyFlag
  static override hidden = true
  static override summary = 'Name what may follow on a command line; asked by the scripts of dossier completion.'
  static override examples = ['<%= config.bin %> complete --shell zsh -- "dossier customer show ac"']
  static override args = { line: Args.string({ required: true, description: 'The line up to the cursor.' }) }
  static override flags = {
    shell: Flags.string({ summary: 'Whose quoting the names get.', options: [...shells], default: 'zsh' }),
    breaks: Flags.string({ summary: 'The letters at which the shell completes anew (COMP_WORDBREAKS).', default: '' }),
  }

  async run() {
    const { args, flags } = await this.parse(Complete)
    const line = splitLine(args.line, flags.breaks)
    const offers = await offerFor(line, this.config, (cwd) => openSession(cwd ? { cwd } : this.where()))
    if (!this.jsonEnabled()) process.stdout.write(printOffers(flags.shell as Shell, offers, line))
    return offers
  }

  /** The folder the shell stands in, or the one --cwd of `complete` itself names. */
  private where() {
    return this.given.cwd ? { cwd: this.given.cwd } : {}
  }

  /** Nothing on a line that is only being typed is wrong, and nothing is told of it. */
  protected override async catch(): Promise<void> {}
}
