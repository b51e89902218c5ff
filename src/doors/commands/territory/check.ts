import { Flags } from '@oclif/core'
import territoryCheck from '../../../actions/territory-check.ts'
import { Door } from '../../door.ts'
import { flagsOf } from '../../flags-of.ts'
import { sayMisplaced } from '../../say/plans/territory.ts'

export default class TerritoryCheck extends Door {
  static override summary = territoryCheck.summary
  static override description =
    'The first rule that holds decides. Accounts that no rule fits, and those whose owner left, are listed as well. Changes nothing; territory apply does.'
  static override examples = [
    '<%= config.bin %> territory check',
    `<%= config.bin %> territory check --where 'segment == "enterprise"' --strict`,
  ]
  static override flags = {
    ...flagsOf(territoryCheck.input),
    strict: Flags.boolean({ summary: 'End with exit code 1 when anything is listed.', default: false }),
  }

  async run() {
    const { flags } = await this.parse(TerritoryCheck)
    const { where, strict } = flags as { where?: string; strict: boolean }
    const answer = await this.ask(territoryCheck, { ...(where !== undefined && { where }) })
    this.warnOf(answer.problems)
    this.log(sayMisplaced(answer))
    if (strict && answer.misplaced.length > 0) process.exitCode = 1
    return answer
  }
}
