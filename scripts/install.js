// Sees to it that node_modules is what package-lock.json says, and installs it if not.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { ownNode, root } from './own-node.js'

const modules = join(root, 'node_modules')
const stamp = join(modules, '.dossier-installed')
const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
const hash = createHash('sha256').update(lock).digest('hex')
const { packages } = JSON.parse(lock)

const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')
const versionOf = (path) => JSON.parse(read(join(root, path, 'package.json')) || '{}').version

/** Every package stands there in its version, save those for other machines; `npm ci` by hand counts as well as ours. */
function isInstalled() {
  const finished = read(stamp) === hash || existsSync(join(modules, '.package-lock.json'))
  const needed = Object.entries(packages).filter(([path, { optional, devOptional }]) => path && !optional && !devOptional)
  return finished && needed.every(([path, { version }]) => versionOf(path) === version) && ownNode() !== undefined
}

/** npm as a person would call it: without what an outer `npm test` sets, and with the machine's own Node. */
export function outsideNpm(env) {
  const ours =
    /^npm_(lifecycle|package|execpath|node_execpath|command|config_(local_prefix|global_prefix|prefix|dry_run|global|omit|only|production|workspaces?|package_lock_only))/i
  const kept = Object.entries(env).filter(([name]) => !ours.test(name) && name !== 'NODE_ENV' && name !== 'INIT_CWD')
  const path = (env.PATH ?? env.Path ?? '').split(delimiter).filter((part) => !/node_modules[\\/]\.bin[\\/]?$/.test(part))
  return { ...Object.fromEntries(kept), PATH: path.join(delimiter) }
}

/** Installs when needed; returns what went wrong, in a sentence, or nothing. */
export function install() {
  if (isInstalled()) {
    if (read(stamp) !== hash) writeFileSync(stamp, hash)
    return undefined
  }
  console.log('Installing what package-lock.json names (npm ci) …')
  const windows = process.platform === 'win32'
  const options = { cwd: root, env: outsideNpm(process.env), encoding: 'utf8', shell: windows, maxBuffer: 1 << 28 }
  const { error, status, stdout, stderr } = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], options)
  if (error) return `npm could not be started (${error.message}); it comes with Node.`
  const network =
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED)\b/.exec(
      stderr,
    )
  if (status !== 0 && network)
    return `npm could not reach its registry (${network[1]}). Connect to the network, or set npm's proxy, and run this again.`
  if (status !== 0) return `${stdout}${stderr}\nnpm ci failed; the reason is above.`
  if (!ownNode())
    return "npm did not fetch the project's own Node, because install scripts are switched off. Run: npm ci --ignore-scripts=false"
  writeFileSync(stamp, hash)
  return undefined
}
