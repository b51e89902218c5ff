// Writes the README's table of commands from the built program: `npm run build && npm run docs`.
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Config } from '@oclif/core'
import { commandTable, putBetween } from './command-table.ts'

const root = dirname(import.meta.dirname)
const readme = join(root, 'README.md')
const { commands } = await Config.load(root)
writeFileSync(readme, putBetween(readFileSync(readme, 'utf8'), commandTable(commands)))
