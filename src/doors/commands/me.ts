import { Args } from '@oclif/core'
import me from '../../actions/me.ts'
import { Door, everyFlag } from '../door.ts'

export default class Me extends Door {
  static override summary = me.summary
  static override baseFlags = everyFlag
  static override examples = ['<%= config.bin %> me', '<%= config.bin %> me ada']
  static override args = {
    person: Args.string({ description: 'Who you are: slug, alias or e-mail of a person in workspace-setup/people.' }),
  }

  async run() {
    const { args } = await this.parse(Me)
    const answer = await this.ask(me, args)
    this.log(answer.set ? `In this clone you are ${answer.name} (${answer.me}).` : `You are ${answer.name} (${answer.me}).`)
    return answer
  }
}
