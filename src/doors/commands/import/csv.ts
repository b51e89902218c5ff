import { Args } from '@oclif/core'
import importCsv, { importing } from '../../../actions/import-csv.ts'
import { perform } from '../../../actions/perform.ts'
import { Door, everyFlag } from '../../door.ts'
import { flagsOf } from '../../flags-of.ts'
import { sayImport } from '../../say/plans/import.ts'
import { following } from '../../terminal/progress.ts'

export default class ImportCsv extends Door {
  static override summary = importCsv.summary
  static override baseFlags = everyFlag
  static override description =
    'Shows what each row would become, and writes it as one commit with --apply. Running it again changes nothing.'
  static override examples = [
    '<%= config.bin %> import csv accounts.csv contacts.csv opportunities.csv',
    '<%= config.bin %> import csv deals.csv --map salesforce --apply',
  ]
  static override args = { files: Args.string({ required: true, description: importCsv.input.shape.files.description! }) }
  static override flags = flagsOf(importCsv.input, 'files')
  static override strict = false

  async run() {
    const { argv, flags } = await this.parse(ImportCsv)
    const watcher = following('rows', process.stderr.isTTY && !this.given.quiet)
    const { apply = false } = flags as { apply?: boolean }
    const how = { dryRun: !apply }
    const done = await perform(importing(watcher.progress), { ...flags, files: argv }, this.session(), how).finally(watcher.end)
    this.sayClock()
    const { import: answer, commit, pending } = done
    const { result, talk } = sayImport(answer, { commit, pending, apply })
    this.log(result)
    this.tell(talk)
    return { ...answer, ...(apply && { commit }), ...(pending && { pending }) }
  }
}
