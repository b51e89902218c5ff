import set from '../../actions/set.ts'
import { ChangingDoor } from '../changing-door.ts'
import { setArgs, setFlags } from '../set-words.ts'

export default class SetFields extends ChangingDoor {
  static override summary = set.summary
  static override examples = [
    '<%= config.bin %> set acme owner=ada tags+=strategic',
    '<%= config.bin %> set jo@acme.com title= phone="+49 30 123456"',
  ]
  static override args = setArgs('record')
  static override flags = setFlags
  static override strict = false

  async run() {
    const { argv, flags } = await this.parse(SetFields)
    const [record, ...values] = argv as string[]
    return this.change(set, { ...flags, record, values })
  }
}
