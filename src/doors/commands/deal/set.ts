import dealSet from '../../../actions/deal-set.ts'
import { ChangingDoor } from '../../changing-door.ts'
import { setArgs, setFlags } from '../../set-words.ts'

export default class DealSet extends ChangingDoor {
  static override summary = dealSet.summary
  static override examples = [
    '<%= config.bin %> deal set acme/renewal amount=24000 close_date=2026-12-31',
    '<%= config.bin %> deal set renewal meddpicc.champion=jo-park competitors+=globex',
  ]
  static override args = setArgs('deal')
  static override flags = setFlags
  static override strict = false

  async run() {
    const { argv, flags } = await this.parse(DealSet)
    const [record, ...values] = argv as string[]
    return this.change(dealSet, { ...flags, record, values })
  }
}
