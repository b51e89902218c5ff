import { Args } from '@oclif/core'
import dealNew from '../../../actions/deal-new.ts'
import { ChangingDoor } from '../../changing-door.ts'

export default class DealNew extends ChangingDoor {
  static override summary = dealNew.summary
  static override examples = [
    '<%= config.bin %> deal new acme "Renewal 2027" amount=24000 close_date=2026-12-31 type=renewal',
    '<%= config.bin %> deal new globex Rollout amount=90000 currency=USD',
  ]
  static override args = {
    customer: Args.string({ required: true, description: 'The customer, or _unassigned.' }),
    name: Args.string({ required: true, description: 'What the deal is called.' }),
    values: Args.string({ description: 'key=value; any number of them.' }),
  }
  static override strict = false

  async run() {
    const { argv } = await this.parse(DealNew)
    const [customer, name, ...values] = argv as string[]
    return this.change(dealNew, { customer, name, values })
  }
}
