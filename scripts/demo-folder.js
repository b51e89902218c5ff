// The folder the demo works in: remade each time, but never when somebody else made it.
import { appendFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './own-node.js'

export const demo = join(root, '.demo')

/** By this file the demo knows a folder that it made itself. */
const mark = join(demo, '.made-by-npm-run-demo')

/** Makes .demo anew; returns why it cannot, in a sentence, or nothing. */
export function clearDemo() {
  if (existsSync(demo) && !existsSync(mark) && readdirSync(demo).length > 0)
    return `${demo} was not made by this demo, so it was left alone: move it away, and run this again.`
  try {
    rmSync(demo, { recursive: true, force: true, maxRetries: 3 })
    mkdirSync(demo)
    writeFileSync(mark, 'npm run demo removes this folder and makes it anew.\n')
    return undefined
  } catch (error) {
    return `${demo} cannot be made anew (${error.message}).`
  }
}

/** Puts a launcher for this clone's program into the demo, which its git does not see; signing and hooks stay out as well. */
export function furnishDemo(node) {
  const program = join(root, 'bin', 'run.js')
  const word = (path) => `'${path.replaceAll("'", `'\\''`)}'`
  if (process.platform === 'win32') writeFileSync(join(demo, 'dossier.cmd'), `@"${node}" "${program}" %*\r\n`)
  else writeFileSync(join(demo, 'dossier'), `#!/bin/sh\nexec ${word(node)} ${word(program)} "$@"\n`, { mode: 0o755 })
  mkdirSync(join(demo, '.git', 'info'), { recursive: true })
  appendFileSync(join(demo, '.git', 'info', 'exclude'), '/dossier\n/dossier.cmd\n/.made-by-npm-run-demo\n')
  appendFileSync(join(demo, '.git', 'config'), '[commit]\n\tgpgsign = false\n[core]\n\thooksPath = .git/hooks\n')
}
