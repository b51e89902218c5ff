import { Args, Flags } from '@oclif/core'
import contextRefresh from '../../../actions/context-refresh.ts'
import { Door, everyFlag } from '../../door.ts'
import { flagsOf } from '../../flags-of.ts'
import { sayFresh, sayRefreshed } from '../../say/contexts/saved.ts'
import { watchingContexts } from '../../watch-contexts.ts'

export default class ContextRefresh extends Door {
  static override summary = contextRefresh.summary
  static override description =
    'Those that are still true are left as they are. git ignores saved contexts, so nothing is committed.'
  static override examples = [
    '<%= config.bin %> context refresh',
    '<%= config.bin %> context refresh acme --dry-run',
    '<%= config.bin %> context refresh --watch',
  ]
  static override baseFlags = everyFlag
  static override args = { customer: Args.string({ description: contextRefresh.input.shape.customer.description! }) }
  static override flags = {
    ...flagsOf(contextRefresh.input, 'customer', 'changed'),
    watch: Flags.boolean({ summary: 'Again whenever files change, of the customers they belong to, until ctrl-C.' }),
  }

  async run() {
    const { args, flags } = await this.parse(ContextRefresh)
    const { watch, ...asked } = { ...flags, ...args }
    if (watch) return watchingContexts({ ...this.given, asked, isJson: this.jsonEnabled(), log: (text) => this.log(text) })
    const answer = await this.ask(contextRefresh, asked)
    const { refreshed, fresh } = answer
    if (refreshed.length > 0) this.log(sayRefreshed(refreshed))
    else this.tell(sayFresh({ stale: [], fresh }))
    if (refreshed.some(({ became }) => became === 'not made')) process.exitCode = 1
    return answer
  }
}
