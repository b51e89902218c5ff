import { existsSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateAccount } from './generate-account.ts'
import { layAccount } from './lay-account.ts'

/** Raised when the files change. */
const version = 1
/** So many short activities make a long one, of some 6 KB. */
const together = 5

/** A workspace of one customer with 2,000 activities, 12 MB in all; made once, then found in the temporary folder. */
export function longAccount(): { cwd: string; slug: string } {
  const account = generateAccount('a', 1, 2000 * together)
  const { slug } = account
  const cwd = join(tmpdir(), `dossier-bench-long-account-v${version}`)
  if (existsSync(cwd)) return { cwd, slug }
  const isActivity = (path: string) => path.includes('/activities/')
  const activities = [...account.files].filter(([path]) => isActivity(path)).sort(([a], [b]) => (a < b ? -1 : 1))
  const files = new Map([...account.files].filter(([path]) => !isActivity(path)))
  for (const [n, [path, text]] of activities.entries()) {
    const [first] = activities[n - (n % together)]!
    files.set(first, n % together === 0 ? text : `${files.get(first)}\n${text.slice(text.indexOf('\n---\n') + 5).trimStart()}`)
    if (path === first && n % together !== 0) throw new Error(`${path} comes twice.`)
  }
  const half = `${cwd}.${process.pid}`
  layAccount({ ...account, files }, half)
  renameSync(half, cwd)
  return { cwd, slug }
}
