import { Args } from '@oclif/core'
import dealShow from '../../../actions/deal-show.ts'
import { Door } from '../../door.ts'
import { sayRecord } from '../../say/record.ts'

export default class DealShow extends Door {
  static override summary = dealShow.summary
  static override examples = ['<%= config.bin %> deal show acme/renewal', '<%= config.bin %> deal show renewal --json']
  static override args = { deal: Args.string({ required: true, description: 'Slug, customer/slug, external id, name or path.' }) }

  async run() {
    const { args } = await this.parse(DealShow)
    const { row, body, called, today, problems } = await this.ask(dealShow, { record: args.deal })
    this.log(sayRecord(called, row, body, today))
    this.warnOf(problems)
    return { deal: row, notes: body }
  }
}
