import { Args } from '@oclif/core'
import contactExport from '../../../actions/contact-export.ts'
import { Door } from '../../door.ts'
import { flagsOf } from '../../flags-of.ts'
import { printExport, sayExport } from '../../print-export.ts'

export default class ContactExport extends Door {
  static override summary = contactExport.summary
  static override examples = [
    '<%= config.bin %> contact export acme --out acme.vcf',
    '<%= config.bin %> contact export --format csv --where "role == \'champion\'" > champions.csv',
  ]
  static override args = { customer: Args.string({ description: contactExport.input.shape.customer.description! }) }
  static override flags = flagsOf(contactExport.input, 'customer')

  async run() {
    const { args, flags } = await this.parse(ContactExport)
    const answer = await this.ask(contactExport, { ...args, ...flags })
    this.warnOf(answer.problems)
    if ('text' in answer && !this.jsonEnabled()) printExport(answer.text)
    this.tell('text' in answer && answer.exported === 0 ? 'There is no such contact to export.' : sayExport(answer, 'contact'))
    return answer
  }
}
