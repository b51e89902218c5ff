import migrate from '../../actions/migrate.ts'
import { flagsOf } from '../flags-of.ts'
import { PlanningDoor } from '../planning-door.ts'
import { sayMigration } from '../say/plans/migrate.ts'

export default class Migrate extends PlanningDoor {
  static override summary = migrate.summary
  static override description =
    'Shows which steps it would take, and writes them as one commit with --apply. The format stands in workspace-setup/workspace.yaml; dossier undo takes a migration back, --to moves back later.'
  static override examples = ['<%= config.bin %> migrate', '<%= config.bin %> migrate --to 1 --apply']
  static override flags = flagsOf(migrate.input)

  async run() {
    const { flags } = await this.parse(Migrate)
    const { apply = false } = flags as { apply?: boolean }
    return this.plan(migrate, flags, { apply, say: sayMigration })
  }
}
