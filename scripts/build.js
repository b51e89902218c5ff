// Builds the program into dist/ and writes oclif.manifest.json. Plain JavaScript: `npm ci` runs it on whatever Node there is.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { diet } from './diet.js'
import { ownNode, root } from './own-node.js'

const doors = join('src', 'doors')

/** Bundled CommonJS wants these three names; `fromDossier` is a name no package uses. */
const banner = `import { createRequire as fromDossier } from 'node:module'
const require = fromDossier(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname`

/** What the program is made of, for the index: another program may read files otherwise. */
function fingerprint() {
  const hash = createHash('sha1')
  for (const folder of [join(root, 'src', 'records'), join(root, 'src', 'workspace', 'index')])
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
      if (name.endsWith('.ts')) hash.update(readFileSync(join(folder, name)))
  return hash
    .update(readFileSync(join(root, 'package.json')))
    .digest('hex')
    .slice(0, 12)
}

/** Bundles the program and each command, with what they share in chunks; returns the files written. */
async function bundle() {
  const { build } = await import('esbuild')
  const commands = readdirSync(join(root, doors, 'commands'), { recursive: true, encoding: 'utf8' })
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries([
      ['main', join(doors, 'main.ts')],
      ['index-worker', join('src', 'workspace', 'index', 'index-worker.ts')],
      ...commands
        .filter((file) => /\.tsx?$/.test(file))
        .map((file) => [join('commands', file.replace(/\.tsx?$/, '')), join(doors, 'commands', file)]),
    ]),
    outdir: 'dist',
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    minifySyntax: true,
    legalComments: 'linked',
    banner: { js: banner },
    plugins: [diet],
    logLevel: 'warning',
    metafile: true,
    define: { BUILD: JSON.stringify(fingerprint()) },
  })
  return new Set(Object.keys(metafile.outputs).map((file) => join(root, file)))
}

/** Removes what an earlier build left, after the new files stand, so that a running program is not pulled from under. */
function prune(written) {
  const files = readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  for (const { parentPath, path, name } of files) {
    const file = join(parentPath ?? path, name)
    if (!written.has(file)) rmSync(file)
  }
}

/** Commands need a new Node to be read, and this one may be old. */
function writeManifest() {
  const made = spawnSync(ownNode() ?? process.execPath, [join(root, 'scripts', 'manifest.js')], {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (made.status !== 0) throw new Error('the list of commands (oclif.manifest.json) could not be written')
}

try {
  if (existsSync(join(root, 'node_modules', 'esbuild'))) {
    prune(await bundle())
    writeManifest()
  } else if (!existsSync(join(root, 'dist', 'main.js'))) {
    throw new Error('esbuild is not installed. Run: npm ci')
  }
} catch (error) {
  console.error(`dossier was not built: ${error.message}`)
  // An install is not undone by a source that does not build; `npm test` and `npm run build` do fail.
  process.exitCode = process.env.npm_lifecycle_event === 'prepare' ? 0 : 1
}
