import { Failure } from '../failure.ts'
import { isZone } from '../records/days/calendar.ts'
import type { WorkspaceSettings } from '../records/kinds/workspace-settings.ts'
import { fieldPlace } from '../records/text/front-matter.ts'
import { type Place, settingsPath } from './place.ts'
import { openRecord } from './records.ts'

/** Reads workspace.yaml. Throws a Failure with its line when it cannot be read; what is left out has its default. */
export function readSettings(place: Place): WorkspaceSettings {
  const { value, read } = openRecord(place, 'workspace', settingsPath)
  if (isZone(value.timezone)) return value
  const { line } = fieldPlace(read.sheet, ['timezone'])
  const hint = 'a name such as Europe/Berlin, America/New_York or UTC'
  throw new Failure(`${settingsPath}:${line}: There is no time zone "${value.timezone}".`, {
    hint,
    exitCode: 2,
    path: settingsPath,
    line,
  })
}
