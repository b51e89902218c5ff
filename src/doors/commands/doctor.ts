import doctor from '../../actions/doctor.ts'
import { Door, everyFlag } from '../door.ts'
import { sayDoctor } from '../say/doctor.ts'

export default class Doctor extends Door {
  static override summary = doctor.summary
  static override examples = ['<%= config.bin %> doctor', '<%= config.bin %> doctor --json']
  static override baseFlags = everyFlag

  async run() {
    await this.parse(Doctor)
    const answer = await this.ask(doctor, {})
    this.log(sayDoctor(answer.findings, answer.freshness))
    if (answer.findings.some(({ well }) => !well)) process.exitCode = 1
    return answer
  }
}
