import triggerRun from '../../../actions/trigger-run.ts'
import { ChangingDoor } from '../../changing-door.ts'
import { flagsOf } from '../../flags-of.ts'
import { sayBroken, sayFired } from '../../say/triggers.ts'

export default class TriggerRun extends ChangingDoor {
  static override summary = triggerRun.summary
  static override description =
    'What the rules notice is written to reporting/pulse, all of it as one commit. Running again at once changes nothing.'
  static override examples = [
    '<%= config.bin %> trigger run',
    '<%= config.bin %> trigger run --dry-run',
    '<%= config.bin %> trigger run --rule churn_risk --include-known',
  ]
  static override flags = flagsOf(triggerRun.input)

  async run() {
    const { flags } = await this.parse(TriggerRun)
    const { problems, ...ran } = await this.change(triggerRun, flags)
    const fired = ran.preview ? '' : sayFired(ran)
    if (fired) this.log(fired)
    this.tell(sayBroken(problems))
    return { ...ran, problems }
  }
}
