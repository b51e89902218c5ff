import { Args } from '@oclif/core'
import contextExplain from '../../../actions/context-explain.ts'
import { flagsOf } from '../../flags-of.ts'
import { formatFlag, ListDoor } from '../../list-door.ts'
import { sayExplained, sheetOfItems } from '../../say/contexts/explain.ts'

export default class ContextExplain extends ListDoor {
  static override summary = contextExplain.summary
  static override description =
    'Told is whole, excerpt, line or none. Worth is what decides: the more for 100 tokens, the earlier.'
  static override examples = [
    '<%= config.bin %> context explain acme',
    '<%= config.bin %> context explain acme --budget 2000 --task "prepare the renewal"',
    '<%= config.bin %> context explain acme --item customers/acme/deals',
  ]
  static override args = {
    customer: Args.string({ required: true, description: contextExplain.input.shape.customer.description! }),
  }
  static override flags = { ...flagsOf(contextExplain.input, 'customer'), ...formatFlag }

  async run() {
    const { args, flags } = await this.parse(ContextExplain)
    const { format, ...asked } = flags
    const { problems, ...answer } = await this.ask(contextExplain, { ...asked, ...args })
    if (answer.items.length > 0 || format !== 'table') this.sayRows(format, sheetOfItems(answer.items))
    for (const line of sayExplained({ ...answer, problems })) this.tell(line)
    this.warnOf(problems)
    return answer
  }
}
