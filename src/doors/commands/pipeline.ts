import pipeline from '../../actions/pipeline.ts'
import { Door } from '../door.ts'
import { flagsOf } from '../flags-of.ts'
import { sayPipeline } from '../say/pipeline.ts'

export default class Pipeline extends Door {
  static override summary = pipeline.summary
  static override description =
    "Open deals are counted at today's exchange rate, closed ones at that of their close date; what cannot be counted is said. Deals that were closed count even when archived, open ones do not."
  static override examples = [
    '<%= config.bin %> pipeline',
    '<%= config.bin %> pipeline --group-by customer.industry --json',
    `<%= config.bin %> pipeline --where 'owner == "ada" && amount >= 10000' --currency USD`,
  ]
  static override flags = flagsOf(pipeline.input)

  async run() {
    const { flags } = await this.parse(Pipeline)
    const { problems, ...figures } = await this.ask(pipeline, flags)
    const { currency, insteadOf } = figures
    if (insteadOf)
      this.tell(
        `The figures are in ${currency}: no amount can be said in ${insteadOf} without a rate (workspace-setup/rates.yaml).`,
      )
    this.log(sayPipeline(figures))
    this.warnOf(problems)
    return figures
  }
}
