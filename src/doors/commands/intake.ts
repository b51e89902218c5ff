import { Args } from '@oclif/core'
import intake from '../../actions/intake.ts'
import { perform } from '../../actions/perform.ts'
import { Door, everyFlag } from '../door.ts'
import { flagsOf } from '../flags-of.ts'
import { sayIntake } from '../say/plans/intake.ts'

export default class Intake extends Door {
  static override summary = intake.summary
  static override baseFlags = everyFlag
  static override description =
    'Files in personal/<you>/inbox, or those you name, are recognised by what they say. Shows where each would go and why, or what it has to ask, and writes it as one commit with --apply. Running it again files nothing twice.'
  static override examples = [
    '<%= config.bin %> intake',
    '<%= config.bin %> intake --apply',
    '<%= config.bin %> intake notes.txt --customer acme --at 2026-11-20 --apply',
  ]
  static override args = { files: Args.string({ description: intake.input.shape.files.description! }) }
  static override flags = flagsOf(intake.input, 'files')
  static override strict = false

  async run() {
    const { argv, flags } = await this.parse(Intake)
    const { apply = false } = flags as { apply?: boolean }
    const done = await perform(intake, { ...flags, files: argv }, this.session(), { dryRun: !apply })
    this.sayClock()
    const { intake: answer, commit, pending } = done
    const { result, talk } = sayIntake(answer, { commit, pending, apply })
    if (result) this.log(result)
    this.tell(talk)
    return { ...answer, ...(apply && { commit }), ...(pending && { pending }) }
  }
}
