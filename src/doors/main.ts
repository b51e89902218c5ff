import { Config, flush, handle, type Interfaces, run } from '@oclif/core'
import pjson from '../../package.json' with { type: 'json' }

/** From source there is nothing built to read: commands are found beside this file. */
const source = import.meta.url.endsWith('.ts')
const commands = { strategy: 'pattern', target: source ? './src/doors/commands' : './dist/commands' } as const

/** Runs one command line. The terminal's own door: everything after this is a command. */
export async function main(argv: string[], root: string): Promise<void> {
  try {
    const { name, version, oclif } = pjson
    const about: Interfaces.PJSON = { name, version, type: 'module', oclif: { ...oclif, topicSeparator: ' ', commands } }
    const config = await Config.load({ root, pjson: about, ignoreManifest: source })
    await run(argv, config)
    await flush()
  } catch (error) {
    await handle(error instanceof Error ? error : new Error(String(error)))
  }
}
