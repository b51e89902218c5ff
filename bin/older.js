// What run.js does on a Node that is too old: continue on the project's own, or say what to do.
import { spawn } from 'child_process'
import { existsSync } from 'fs'
import { constants } from 'os'
import { join } from 'path'

export function goOn(root) {
  const own = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (!existsSync(own)) {
    console.error('dossier needs Node 24 or newer, and this is ' + process.version + '. Install a newer Node, or run: npm ci')
    process.exitCode = 70
    return
  }
  const child = spawn(own, [join(root, 'bin', 'run.js')].concat(process.argv.slice(2)), { stdio: 'inherit' })
  // A terminal sends Ctrl-C to both of us.
  const signals = process.stdin.isTTY ? ['SIGTERM'] : ['SIGINT', 'SIGTERM', 'SIGHUP']
  if (process.stdin.isTTY) process.on('SIGINT', () => {})
  signals.forEach((signal) => process.on(signal, () => child.kill(signal)))
  child.on('error', (error) => {
    console.error('dossier could not start its own Node (' + error.message + '). Install Node 24 or newer.')
    process.exitCode = 70
  })
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code))
}
