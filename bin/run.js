#!/usr/bin/env node
// Hands the arguments to the program. Kept to syntax that an old Node can read, so that it can speak before it fails.
import { existsSync } from 'fs'
import module from 'module'
import { dirname, join } from 'path'
import { fileURLToPath, pathToFileURL } from 'url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const main = join(root, 'dist', 'main.js')

if (Number(process.versions.node.split('.')[0]) < 24) {
  void import('./older.js').then((older) => older.goOn(root))
} else if (existsSync(main)) {
  const home = process.env.XDG_CACHE_HOME || process.env.LOCALAPPDATA || (process.env.HOME && join(process.env.HOME, '.cache'))
  // What is kept of a file is what its first run needed, so each word of the command line has a cache of its own.
  const word = /^[a-z]+$/.test(process.argv[2] || '') ? process.argv[2] : 'dossier'
  if (home) module.enableCompileCache(join(home, 'dossier', word))
  const written = (stream) => new Promise((done) => stream.write('', done))
  void import(pathToFileURL(main).href)
    .then((program) => program.main(process.argv.slice(2), root))
    .then(() => Promise.all([written(process.stdout), written(process.stderr)]))
    .then(() => process.exit()) // all is said: else Node first tidies its memory, for 10 ms and more
} else {
  console.error('dossier is not built yet. Run: npm run build')
  process.exitCode = 70
}
