// Writes oclif.manifest.json from the built commands, so that at run time only the one that is asked for is opened.
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Plugin } from '@oclif/core'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const plugin = new Plugin({ root, isRoot: true, ignoreManifest: true, errorOnManifestCreate: true })
await plugin.load()

const sorted = Object.entries(plugin.manifest.commands).sort(([a], [b]) => (a < b ? -1 : 1))
const manifest = { commands: Object.fromEntries(sorted), version: plugin.version }
writeFileSync(join(root, 'oclif.manifest.json'), `${JSON.stringify(manifest)}\n`)
