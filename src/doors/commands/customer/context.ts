import { Args } from '@oclif/core'
import customerContext from '../../../actions/customer-context.ts'
import { Door } from '../../door.ts'
import { flagsOf } from '../../flags-of.ts'
import { sayContext } from '../../say/context.ts'

/** Programs cut longer results: what is above this many tokens is written to a file and named. */
const inline = 10_000

export default class CustomerContext extends Door {
  static override summary = customerContext.summary
  static override description =
    'Every fact names its file and line. The sizes are templates in customers/templates, which you may edit; what had to be left out is told. Nothing is written without --save (with --json, a context above 10,000 tokens is).'
  static override examples = [
    '<%= config.bin %> customer context acme',
    '<%= config.bin %> customer context acme --tier standard --task "prepare the renewal"',
    '<%= config.bin %> customer context acme --budget 2000 --save',
    '<%= config.bin %> customer context acme --tier extended --format xml > acme.xml',
  ]
  static override args = {
    customer: Args.string({ required: true, description: 'Slug, domain, external id, name or path of the customer.' }),
  }
  static override flags = flagsOf(customerContext.input, 'customer', 'inline', 'own')

  async run() {
    const { args, flags } = await this.parse(CustomerContext)
    const own = process.stdout.isTTY && !this.jsonEnabled()
    const asked = { ...args, ...flags, own, ...(this.jsonEnabled() && !this.given['as-of'] && { inline }) }
    const { problems, removed, ...context } = await this.ask(customerContext, asked)
    this.log(flags['save'] ? context.path : context.text?.trimEnd())
    this.tell(sayContext({ ...context, removed }))
    this.warnOf(problems)
    return context
  }
}
