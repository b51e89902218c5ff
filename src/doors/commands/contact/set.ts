import contactSet from '../../../actions/contact-set.ts'
import { ChangingDoor } from '../../changing-door.ts'
import { setArgs, setFlags } from '../../set-words.ts'

export default class ContactSet extends ChangingDoor {
  static override summary = contactSet.summary
  static override examples = [
    '<%= config.bin %> contact set jo@acme.com title=CFO role=economic-buyer',
    '<%= config.bin %> contact set acme/jo-park phone="+49 30 123456"',
  ]
  static override args = setArgs('contact')
  static override flags = setFlags
  static override strict = false

  async run() {
    const { argv, flags } = await this.parse(ContactSet)
    const [record, ...values] = argv as string[]
    return this.change(contactSet, { ...flags, record, values })
  }
}
