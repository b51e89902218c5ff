import { isAbsolute, relative } from 'node:path'
import { Args } from '@oclif/core'
import init from '../../actions/init.ts'
import { judgeTarget } from '../../workspace/start/judge-target.ts'
import { settingsFor } from '../../workspace/start/start-in.ts'
import { askAuthor } from '../ask-author.ts'
import { Door, everyFlag } from '../door.ts'
import { flagsOf } from '../flags-of.ts'
import { sayLeftToDo, sayStart } from '../say/start.ts'

export default class Init extends Door {
  static override summary = init.summary
  static override baseFlags = everyFlag
  static override examples = [
    '<%= config.bin %> init ~/sales',
    '<%= config.bin %> init ~/try --sample --as "Ada Lovelace <ada@example.com>"',
  ]
  static override args = { dir: Args.string({ required: true, description: init.input.shape.dir.description! }) }
  static override flags = flagsOf(init.input, 'dir')
  protected override tellsClock = false

  async run() {
    const { args, flags } = await this.parse(Init)
    const as = flags['as'] ?? (process.stdin.isTTY && !(await this.isKnown(args.dir)) ? await askAuthor() : undefined)
    const started = await this.ask(init, { ...args, ...flags, as })
    const way = relative(this.session().cwd, started.path)
    this.log(sayStart(started, way.startsWith('..') || isAbsolute(way) ? started.path : way || '.'))
    this.tell(sayLeftToDo(started))
    return started
  }

  private async isKnown(dir: string): Promise<boolean> {
    const { cwd, env } = this.session()
    const { name, email } = await settingsFor(await judgeTarget(cwd, dir, env))
    return Boolean(name && email)
  }
}
