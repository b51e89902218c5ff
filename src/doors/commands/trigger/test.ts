import { Flags } from '@oclif/core'
import triggerTest from '../../../actions/trigger-test.ts'
import { Door } from '../../door.ts'
import { flagsOf } from '../../flags-of.ts'
import { sayBroken, sayTest } from '../../say/triggers.ts'

export default class TriggerTest extends Door {
  static override summary = triggerTest.summary
  static override description =
    'A rule fires when its condition becomes true. What already held when the rule was first seen is known and fires only with --include-known.'
  static override examples = [
    '<%= config.bin %> trigger test',
    '<%= config.bin %> trigger test --rule churn_risk --customer nordwind --verbose',
  ]
  static override flags = {
    ...flagsOf(triggerTest.input),
    verbose: Flags.boolean({ summary: 'Also list where the rules stay silent, and why.', default: false }),
  }

  async run() {
    const { flags } = await this.parse(TriggerTest)
    const { verbose, ...asked } = flags
    const found = await this.ask(triggerTest, asked)
    this.log(sayTest(found, { verbose }))
    this.tell(sayBroken(found.problems))
    return found
  }
}
