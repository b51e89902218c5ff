import context from '../../actions/context.ts'
import { Door } from '../door.ts'
import { flagsOf } from '../flags-of.ts'
import { sayAcross } from '../say/across.ts'

export default class Context extends Door {
  static override summary = context.summary
  static override description =
    'team-pipeline is the pipeline in figures and every open deal; my-week is your meetings, what is due, what closes or runs out, and how those accounts stand; segment puts the customers of --where side by side. Each is a template in customers/templates, which you may edit. Nothing is written.'
  static override examples = [
    '<%= config.bin %> context --for my-week',
    '<%= config.bin %> context --for team-pipeline --owner ada --budget 20000',
    `<%= config.bin %> context --for segment --where 'customer.segment == "enterprise"' --task "find references"`,
  ]
  static override flags = flagsOf(context.input)

  async run() {
    const { flags } = await this.parse(Context)
    const { problems, ...built } = await this.ask(context, flags)
    this.log(built.text.trimEnd())
    this.tell(sayAcross(built))
    this.warnOf(problems)
    return built
  }
}
