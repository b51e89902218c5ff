import { hashOf } from '../hash.ts'

/** The identity of an activity of ours in a calendar: it follows from its path, so that the same calendar is the same for everybody. */
export const eventUid = (path: string) => `dossier-${hashOf('sha256', path).slice(0, 32)}`

/** Where an exported event says which activity it is; what it says is believed only if the identity follows from it. */
export const pathProperty = 'x-dossier-path'
