import commit from '../../actions/commit.ts'
import { Door, everyFlag } from '../door.ts'
import { sayCommitted } from '../say/change.ts'

export default class Commit extends Door {
  static override summary = commit.summary
  static override baseFlags = everyFlag
  static override examples = ['<%= config.bin %> commit', '<%= config.bin %> commit --json']

  async run() {
    await this.parse(Commit)
    const answer = await this.ask(commit, {})
    const { result, talk } = sayCommitted(answer)
    this.log(result)
    this.tell(talk)
    if (answer.pending.length > 0) process.exitCode = 1
    return answer
  }
}
