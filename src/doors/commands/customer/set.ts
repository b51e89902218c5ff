import customerSet from '../../../actions/customer-set.ts'
import { ChangingDoor } from '../../changing-door.ts'
import { setArgs, setFlags } from '../../set-words.ts'

export default class CustomerSet extends ChangingDoor {
  static override summary = customerSet.summary
  static override examples = [
    '<%= config.bin %> customer set acme owner=ada tags+=strategic',
    '<%= config.bin %> customer set acme.com segment= stage=discovery',
  ]
  static override args = setArgs('customer')
  static override flags = setFlags
  static override strict = false

  async run() {
    const { argv, flags } = await this.parse(CustomerSet)
    const [record, ...values] = argv as string[]
    return this.change(customerSet, { ...flags, record, values })
  }
}
