import { Args, Flags } from '@oclif/core'
import log from '../../actions/log.ts'
import { perform } from '../../actions/perform.ts'
import { ChangingDoor } from '../changing-door.ts'
import { flagsOf } from '../flags-of.ts'
import { sayMoment, sayProposals } from '../say/activities.ts'
import { takeText } from '../take-text.ts'

export default class Log extends ChangingDoor {
  static override summary = log.summary
  static override examples = [
    '<%= config.bin %> log call jo@acme.com "Budget ok, legal next. Send MSA Fri"',
    '<%= config.bin %> log meeting acme --at "yesterday 15:00" --yes < notes.txt',
  ]
  static override args = {
    type: Args.string({ required: true, description: 'call, email, meeting, chat or note.' }),
    who: Args.string({ required: true, description: 'With whom: a contact, customer or deal, by any of its names.' }),
    text: Args.string({ description: 'What was said; else from a pipe, else from your editor.' }),
  }
  static override flags = {
    ...flagsOf(log.input, 'type', 'who', 'text', 'yes'),
    yes: Flags.boolean({ char: 'y', default: false, summary: 'Apply what follows from it, and say yes to every question.' }),
  }

  async run() {
    const { args, flags } = await this.parse(Log)
    const session = this.session()
    const check = () => perform(log, { ...flags, ...args, text: '-' }, session, { dryRun: true })
    const { text, discard } = await takeText(args.text, { about: `${args.type} with ${args.who}`, session, check })
    const logged = await this.change(log, { ...flags, ...args, text })
    discard()
    const [today, zone] = [await session.today(), await session.zone()]
    if ('at' in flags) this.tell(sayMoment(logged.date, { today, zone }))
    this.tell(sayProposals(logged))
    return logged
  }
}
