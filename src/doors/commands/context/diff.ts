import { Args } from '@oclif/core'
import contextDiff from '../../../actions/context-diff.ts'
import { Door } from '../../door.ts'
import { flagsOf } from '../../flags-of.ts'
import { sayBase, sayContextDiff } from '../../say/contexts/diff.ts'

export default class ContextDiff extends Door {
  static override summary = contextDiff.summary
  static override description =
    'Compares with the files the saved context was made from; without one, with how they stood a week ago. Everything that could be told is compared, whether it had room or not.'
  static override examples = [
    '<%= config.bin %> context diff acme',
    '<%= config.bin %> context diff acme --tier standard --json',
    '<%= config.bin %> context diff acme --since "last monday"',
  ]
  static override args = { customer: Args.string({ required: true, description: contextDiff.input.shape.customer.description! }) }
  static override flags = flagsOf(contextDiff.input, 'customer')

  async run() {
    const { args, flags } = await this.parse(ContextDiff)
    const answer = await this.ask(contextDiff, { ...flags, ...args })
    for (const line of sayBase(answer)) this.tell(line)
    this.log(sayContextDiff(answer))
    const { called: _, today: __, changes, ...rest } = answer
    return { ...rest, changes: changes.map(({ title: ___, first: ____, ...change }) => change) }
  }
}
