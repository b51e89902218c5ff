import { Args } from '@oclif/core'
import edit from '../../actions/edit.ts'
import { saving } from '../../actions/save.ts'
import { Failure } from '../../failure.ts'
import { ChangingDoor } from '../changing-door.ts'

export default class Edit extends ChangingDoor {
  static override summary = edit.summary
  static override examples = ['<%= config.bin %> edit acme', '<%= config.bin %> edit acme/renewal']
  static override args = {
    record: Args.string({ required: true, description: 'Slug, customer/slug, e-mail, domain, external id, name or path.' }),
  }

  async run() {
    const { args, flags } = await this.parse(Edit)
    if (flags['dry-run'])
      throw new Failure('An editor changes the file itself, so there is no dry run of it.', {
        hint: 'dossier edit without --dry-run',
        exitCode: 2,
      })
    const { path, changed, problems } = await this.ask(edit, args)
    this.warnOf(problems)
    if (!changed) this.tell(`${path} is as it was.`)
    if (!changed || problems.some(({ severity }) => severity === 'error')) {
      process.exitCode = changed ? 1 : 0
      return { path, commit: null, problems }
    }
    return { ...(await this.change(saving('edit'), { paths: [path] })), problems }
  }
}
