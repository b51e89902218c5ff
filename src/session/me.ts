import { readConfig } from '../workspace/git/identity.ts'
import type { People } from '../workspace/people.ts'
import type { Place } from '../workspace/place.ts'

/** Who asks (model.md, People): DOSSIER_ME, else git's `dossier.me`, else the person with git's e-mail address. */
export async function findMe(place: Place, people: () => People, env: Place['env']): Promise<string | undefined> {
  const said = env['DOSSIER_ME']
  if (said) return people().need(said, 'DOSSIER_ME')
  const { me, email } = place.git ? await readConfig(place) : {}
  if (me) return people().need(me, 'git config dossier.me')
  return email ? people().find(email) : undefined
}
