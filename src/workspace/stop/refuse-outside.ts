import { existsSync } from 'node:fs'
import { Failure } from '../../failure.ts'
import { keepFolder, type Place, settingsPath } from '../place.ts'
import { readSettings } from '../settings.ts'
import { isThere } from '../tree.ts'

const stopPath = 'workspace-setup/STOP'

/** Throws a Failure (exit 4) where nothing may leave this machine: the clock is set (`now:`), or somebody stopped all effects. Give it the present. */
export function refuseOutside(place: Place): void {
  if (isThere(place, stopPath))
    refuse(`${stopPath} stands, so nothing leaves this machine`, 'whoever put it there may remove it', stopPath)
  if (place.git && existsSync(keepFolder(place, 'STOP')))
    refuse('This clone was stopped, so nothing leaves this machine', `remove ${keepFolder(place, 'STOP')}`)
  if (readSettings(place).now)
    refuse(`The clock is set (now: in ${settingsPath}), so nothing leaves this machine`, 'take now: out', settingsPath)
}

function refuse(message: string, hint: string, path?: string): never {
  throw new Failure(`${message}.`, { hint, exitCode: 4, ...(path && { path }) })
}
