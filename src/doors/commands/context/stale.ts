import { Args } from '@oclif/core'
import contextStale from '../../../actions/context-stale.ts'
import { everyFlag } from '../../door.ts'
import { flagsOf } from '../../flags-of.ts'
import { formatFlag, ListDoor } from '../../list-door.ts'
import { sayFresh, sheetOfStale } from '../../say/contexts/saved.ts'

export default class ContextStale extends ListDoor {
  static override summary = contextStale.summary
  static override description =
    'A context saved with dossier customer context --save is held against the files it was made from, its template, the program and the day. Nothing is written; dossier context refresh makes it anew.'
  static override examples = ['<%= config.bin %> context stale', '<%= config.bin %> context stale acme --json']
  static override baseFlags = everyFlag
  static override args = { customer: Args.string({ description: contextStale.input.shape.customer.description! }) }
  static override flags = { ...flagsOf(contextStale.input, 'customer'), ...formatFlag }

  async run() {
    const { args, flags } = await this.parse(ContextStale)
    const { format, ...asked } = flags
    const answer = await this.ask(contextStale, { ...asked, ...args })
    if (answer.stale.length > 0 || format !== 'table') this.sayRows(format, sheetOfStale(answer))
    this.tell(sayFresh(answer))
    return { stale: answer.stale, fresh: answer.fresh }
  }
}
