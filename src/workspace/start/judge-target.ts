import { accessSync, constants, existsSync, lstatSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { Failure } from '../../failure.ts'
import { explainDisk } from '../disk-trouble.ts'
import { git } from '../git/run.ts'
import { findPlace, hasPlace, type Place, placeAt, settingsPath } from '../place.ts'
import { gitOutside } from './git-outside.ts'

/** A folder that may become a workspace: whether it is there, whether it needs a git of its own, and what else it holds. */
export type Target = { root: string; isThere: boolean; env: Place['env']; git: Place['git']; others: string[] }

/** Judges whether a folder may become a workspace; only looks. Throws a Failure that says why not. */
export async function judgeTarget(cwd: string, dir: string, env: Place['env']): Promise<Target> {
  if (!dir.trim()) refuse('The folder has no name.', 'dossier init DIR, such as dossier init ~/sales')
  const root = resolve(cwd, dir)
  const nearest = nearestThere(root)
  if (!statSync(nearest).isDirectory())
    refuse(
      nearest === root ? `${root} is a file.` : `${nearest} is a file, so there can be no folder ${root}.`,
      'name a folder that is empty or yet to be made',
    )
  mayWrite(nearest)
  if (existsSync(join(root, settingsPath)))
    refuse(`${root} is a workspace already; nothing was written.`, `cd ${root}, then dossier check`)

  const around = await gitAround(root, nearest, env)
  if (hasPlace(root) && around !== 'ignored')
    refuse(
      `${root} lies inside the workspace ${findPlace(root, env).root}, and no workspace stands in another.`,
      'choose a folder outside of it',
    )
  const others = nearest === root ? readdirSync(root).filter((name) => name !== '.git') : []
  return { root, isThere: nearest === root, env, git: around === 'ignored' ? undefined : around, others }
}

/** The repository the folder would belong to; `ignored` when that repository wants to know nothing of the folder. */
async function gitAround(root: string, nearest: string, env: Place['env']): Promise<Place['git'] | 'ignored'> {
  const place = placeAt(root, env)
  await gitOutside(nearest, env, ['--version'])
  if (!place.git?.prefix) return place.git
  const way = `./${relative(place.git.top, join(root, settingsPath))}`
  // check-ignore knows paths only, and dies of being told so.
  const { code } = await git(place, ['check-ignore', '--quiet', '--', way], { env: { GIT_LITERAL_PATHSPECS: '0' } })
  return code === 0 ? 'ignored' : place.git
}

/** Throws a Failure when a file stands where one of these paths needs a folder. */
export function needFolders(root: string, paths: readonly string[]): void {
  const folders = new Set(paths.map((path) => dirname(path)).flatMap(upwards))
  for (const folder of [...folders].sort()) {
    const found = statSync(join(root, folder), { throwIfNoEntry: false })
    if (found && !found.isDirectory())
      refuse(
        `${join(root, folder)} is a file, and a workspace needs a folder of that name; nothing was written.`,
        'move it away, or choose another folder',
      )
  }
}

const upwards = (folder: string): string[] => (folder === '.' ? [] : [...upwards(dirname(folder)), folder])

function nearestThere(root: string): string {
  let folder = root
  while (!look(statSync, folder)) {
    if (look(lstatSync, folder)) refuse(`${folder} is a link that leads nowhere.`, 'choose another folder')
    folder = dirname(folder)
  }
  return folder
}

function look(stat: typeof statSync, folder: string) {
  try {
    return stat(folder, { throwIfNoEntry: false })
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined
    throw explainDisk(cause, folder)
  }
}

function mayWrite(folder: string): void {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw explainDisk(cause, folder)
  }
}

function refuse(message: string, hint: string): never {
  throw new Failure(message, { hint, exitCode: 2 })
}
