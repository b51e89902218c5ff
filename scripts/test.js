// The one check: `npm test`. Plain JavaScript, because it is the first thing to run after a clone, on whatever Node there is.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { install } from './install.js'
import { ownNode, root } from './own-node.js'

console.log('Checks Dossier: installs what is missing, then builds, lints, tests, and checks the sample workspace.')

function stop(because) {
  console.error(because)
  process.exit(1)
}

const failure = install()
if (failure) stop(failure)

const node = ownNode()
const report = `node_modules/.dossier-tests-${process.pid}.json`
process.on('exit', () => rmSync(join(root, report), { force: true }))

/** What is run, in this order, each under its heading. */
const steps = {
  Build: 'scripts/build.js',
  Types: 'node_modules/typescript/bin/tsc --noEmit',
  Lint: 'node_modules/oxlint/bin/oxlint --type-aware --deny-warnings',
  Format: 'node_modules/@biomejs/biome/bin/biome check',
  'Unused code': 'node_modules/knip/bin/knip.js',
  Tests: `node_modules/vitest/vitest.mjs run --maxWorkers=100% --reporter=default --reporter=json --outputFile.json=${report}`,
  'The sample workspace': 'bin/run.js check',
}

/** `N passed, N failed`, as vitest's own report counts them. */
function countTests() {
  const {
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests,
    numTodoTests,
  } = JSON.parse(readFileSync(join(root, report), 'utf8'))
  const skipped = numPendingTests + numTodoTests
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
}

const plain = process.stdout.isTTY || process.env.FORCE_COLOR ? {} : { NO_COLOR: '1' }
const env = { ...process.env, ...plain, PATH: [dirname(node), process.env.PATH ?? process.env.Path].join(delimiter) }
for (const [heading, command] of Object.entries(steps)) {
  console.log(`\n${heading}: ${command.replace(/ --reporter.*/, '')}`)
  const { status, signal } = spawnSync(node, command.split(' '), { cwd: root, env, stdio: 'inherit' })
  if (status === 0) continue
  if (existsSync(join(root, report))) console.log(countTests())
  stop(`Stopped at: ${heading} (${signal ?? `exit code ${status}`}).`)
}
console.log(`\n${countTests()}`)
