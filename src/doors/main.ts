import { Config, flush, handle, type Interfaces, run } from '@oclif/core'
import pjson from '../../package.json' with { type: 'json' }
import { Failure } from '../failure.ts'
import { nearest } from '../records/nearest.ts'
import { failureJson, sayFailure } from './say/failure.ts'

/** From source there is nothing built to read: commands are found beside this file. */
const source = import.meta.url.endsWith('.ts')
const commands = { strategy: 'pattern', target: source ? './src/doors/commands' : './dist/commands' } as const

/** Runs one command line. The terminal's own door: everything after this is a command. */
export async function main(argv: string[], root: string): Promise<void> {
  process.stdout.removeAllListeners('error') // oclif's throws, where nobody catches
  process.stdout.on('error', endOnFullDisk)
  let known: string[] = []
  try {
    const { name, version, oclif } = pjson
    const about: Interfaces.PJSON = { name, version, type: 'module', oclif: { ...oclif, topicSeparator: ' ', commands } }
    const config = await Config.load({ root, pjson: about, ignoreManifest: source })
    known = config.commandIDs.map((id) => id.replaceAll(':', ' '))
    await run(argv, config)
    await flush()
  } catch (error) {
    await speak(error instanceof Error ? error : new Error(String(error)), argv, known)
  }
}

/** A reader that went away is no error; a disk that is full is, in one sentence, once. */
function endOnFullDisk(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE' || process.exitCode === 1) return
  process.stderr.write(`Error: The result could not be written: ${error.message}\n`)
  process.exitCode = 1
}

/** What is wrong before any command has begun: a command that does not exist, a build that is broken. */
async function speak(error: Error & { oclif?: { exit?: number } }, argv: string[], known: string[]): Promise<void> {
  const [, typed] = /^command (.+) not found$/.exec(error.message) ?? []
  if (typed === undefined) return handle(error)
  const name = typed.replaceAll(':', ' ')
  const like = nearest(name, known)
  const hint = like.length > 0 ? `did you mean dossier ${like.join(', or dossier ')}?` : 'dossier help'
  const failure = new Failure(`There is no command "${name}".`, { hint, exitCode: 2 })
  process.exitCode = 2
  if (argv.includes('--json')) process.stdout.write(`${JSON.stringify(failureJson(failure), null, 2)}\n`)
  else process.stderr.write(`${sayFailure(failure)}\n`)
}
