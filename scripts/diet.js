// What esbuild leaves out of the bundle, or opens late, so that the program starts quickly.
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** What the program never uses of its dependencies, each with what stands in its place. */
const empty = {
  // gray-matter's own YAML, which it binds when it is loaded; ours is `yaml`.
  'js-yaml': 'const gone = () => { throw new Error("js-yaml is left out") }; module.exports = { safeLoad: gone, safeDump: gone }',
  // oclif asks whether this Node is new enough; bin/run.js has.
  semver: 'exports.satisfies = () => true',
  'wsl-utils': 'export const isWsl = false, powerShellPath = async () => "powershell.exe"',
  debug:
    'const quiet = Object.assign(() => quiet, { enabled: false, formatters: {}, extend: () => quiet }); module.exports = quiet',
}

/** Before it opens a command, oclif asks for TypeScript's settings; a built program has none. */
const tsPath = 'exports.TS_CONFIGS = {}; exports.tsPath = async (root, path) => path && require("node:path").join(root, path)'

const rare =
  /const (\w+) = (__importDefault\()?require\("(?:ansi-escapes|cli-spinners|clean-stack|ejs|indent-string|lilconfig|minimatch|string-width|tinyglobby|widest-line|wordwrap|wrap-ansi|node:child_process|node:perf_hooks|node:readline)"\)\)?;/g

/** Names are ASCII; a collator takes 5 ms to begin. */
const byCollator = /\.sort\(\(a, b\) => a\.(\w+)\.localeCompare\(b\.\1\)\)/g

/** oclif needs these for help, errors and prompts only: `const x = require(…)` becomes a function, called where x is used. */
function openLate(code) {
  const names = [...code.matchAll(rare)].map(([, name]) => name)
  const late = code.replace(rare, (line, name) => line.replace(`${name} = `, `${name} = () => `))
  const sorted = late.replaceAll(byCollator, (_, key) => `.sort((a, b) => (a.${key} < b.${key} ? -1 : 1))`)
  return names.reduce((text, name) => text.replaceAll(new RegExp(`\\b${name}\\.`, 'g'), `${name}().`), sorted)
}

/** zod speaks fifty languages; our messages are our own, so English is enough. */
const english = "export { default as en } from './en.js'"

export const diet = {
  name: 'diet',
  setup(on) {
    on.onResolve({ filter: new RegExp(`^(${Object.keys(empty).join('|')})$`) }, ({ path, importer }) =>
      path === 'js-yaml' && !importer.includes('gray-matter') ? undefined : { path, namespace: 'empty' },
    )
    on.onLoad({ filter: /.*/, namespace: 'empty' }, ({ path }) => ({ contents: empty[path] }))
    on.onLoad({ filter: /oclif[\\/]core[\\/]lib[\\/]config[\\/]ts-path\.js$/ }, () => ({ contents: tsPath }))
    on.onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, ({ path }) => ({
      contents: english,
      resolveDir: dirname(path),
    }))
    on.onLoad({ filter: /oclif[\\/]core[\\/]lib[\\/].*\.js$/ }, ({ path }) => ({
      contents: openLate(readFileSync(path, 'utf8')),
    }))
  },
}
