import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { Readable } from 'node:stream'
import { gitOf, type Place } from '../place.ts'

/** What a git command answered. Exit codes are answers too, so nothing is thrown. */
export type Answer = { out: string; bytes: Buffer; err: string; code: number }

/** `patience`: the command is kept from the terminal and ended after so many milliseconds. */
type How = { input?: string | Iterable<Buffer>; env?: Record<string, string>; patience?: number }

/** Git could not do what it always can; `said` are its last words. */
export class GitTrouble extends Error {
  readonly said: string
  constructor(args: string[], code: number, err: string) {
    super(`git ${args.join(' ')} ended with ${code}: ${err}`)
    this.said = complaintIn(err)
  }
}

/** What git complains of, without its advice. */
export const complaintIn = (err: string) => (/^(?:fatal|error): (.*)$/m.exec(err)?.[1] ?? err.split('\n').at(-1)!).slice(0, 300)

/** Variables by which a calling git (a hook, say) would bend our git away from the workspace. */
const bending = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_OBJECT_DIRECTORY', 'GIT_COMMON_DIR']

const envFor = (place: Place) => ({
  ...Object.fromEntries(Object.entries(place.env).filter(([name]) => !bending.includes(name))),
  LC_ALL: 'C',
  GIT_TERMINAL_PROMPT: '0',
  GIT_LITERAL_PATHSPECS: '1',
  GIT_EDITOR: ':',
})

/** Asks git while a condition waits for the answer, so at once: what it printed, or nothing when it could not say. Names are printed in their own letters. */
export const gitAtOnce = (place: Place, args: string[], how: AtOnce = {}): string =>
  askAtOnce(place, args, how)?.toString('utf8') ?? ''

type AtOnce = { input?: string; env?: Record<string, string> }

/** The same, in bytes; undefined when git could not say. */
export function askAtOnce(place: Place, args: string[], { input = '', env }: AtOnce = {}): Buffer | undefined {
  const { stdout, status } = spawnSync('git', ['-c', 'core.quotePath=false', ...args], {
    cwd: gitOf(place).top,
    env: { ...envFor(place), ...env },
    input,
    stdio: ['pipe', 'pipe', 'ignore'],
    maxBuffer: 2 ** 30,
  })
  return status === 0 ? stdout : undefined
}

/** Runs one git command at the top of the repository. Paths are literal, nothing prompts, other variables pass as they are. */
export function git(place: Place, args: string[], { input, env, patience }: How = {}): Promise<Answer> {
  return new Promise((answer, refuse) => {
    const child = spawn('git', args, {
      cwd: gitOf(place).top,
      env: { ...envFor(place), ...env },
      stdio: 'pipe',
      detached: patience !== undefined,
    })
    const out: Buffer[] = []
    const err: Buffer[] = []
    const alarm = patience === undefined ? undefined : setTimeout(() => endAll(child), patience)
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', refuse)
    child.stdin.on('error', () => {})
    child.on('close', (code) => {
      clearTimeout(alarm)
      const bytes = Buffer.concat(out)
      answer({ bytes, out: bytes.toString('utf8'), err: Buffer.concat(err).toString('utf8').trim(), code: code ?? 1 })
    })
    const giveUp = (error: Error) => {
      child.stdin.destroy()
      refuse(error)
    }
    if (typeof input === 'object') Readable.from(input).on('error', giveUp).pipe(child.stdin)
    else child.stdin.end(input ?? '')
  })
}

/** Ends a command and what it started (a signer that waits for a word, say). */
function endAll(child: ChildProcess): void {
  try {
    process.kill(-child.pid!, 'SIGKILL')
  } catch {
    child.kill('SIGKILL')
  }
}

/** Runs a git command that fails only when git itself is in trouble (its disk, its permissions); then throws a GitTrouble. */
export async function mustGit(place: Place, args: string[], how?: How): Promise<string> {
  const { out, err, code } = await git(place, args, how)
  if (code !== 0) throw new GitTrouble(args, code, err)
  return out
}

/** The commit that is checked out; null before the first one. */
export const headOf = async (place: Place): Promise<string | null> =>
  (await git(place, ['rev-parse', '-q', '--verify', 'HEAD^{commit}'])).out.trim() || null

/** The commit whose history is read: the one the place looks at, else the one that is checked out. */
export const tipOf = ({ past }: Place): string => past?.commit ?? 'HEAD'

/** A record's path as git names it: from the top of the repository. */
export const gitPath = (place: Place, path: string) => {
  const { prefix } = gitOf(place)
  return prefix ? `${prefix}/${path}` : path
}

/** A path of git's as the workspace names it; undefined when it lies outside the workspace. */
export const recordPath = (place: Place, path: string) => {
  const { prefix } = gitOf(place)
  if (!prefix) return path
  return path.startsWith(`${prefix}/`) ? path.slice(prefix.length + 1) : undefined
}
