import { execFileSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { devNull } from 'node:os'
import { join } from 'node:path'
import { generate, TODAY } from './generate.ts'

const [days, changes] = [730, 20]

/** The workspace of `n` customers with two years of daily commits, each of which changes some customers; made once. */
export function generateHistory(n: number): string {
  const from = generate(n)
  const root = `${from}-history`
  if (existsSync(root)) return root
  const half = `${root}.${process.pid}`
  rmSync(half, { recursive: true, force: true })
  const env = { ...process.env, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' }
  const git = (args: string[], cwd = half, stdin?: number) =>
    execFileSync('git', args, { cwd, env, stdio: [stdin ?? 'ignore', 'ignore', 'inherit'] })
  git(['init', '--quiet', '--initial-branch=main', half], from)
  writeStream(from, `${half}.stream`)
  const stream = openSync(`${half}.stream`, 'r')
  git(['fast-import', '--quiet'], half, stream)
  closeSync(stream)
  rmSync(`${half}.stream`)
  git(['reset', '--hard', '--quiet'])
  git(['gc', '--quiet'])
  renameSync(half, root)
  return root
}

function writeStream(from: string, to: string): void {
  const file = openSync(to, 'w')
  const put = (text: string | Buffer) => writeSync(file, text as string)
  const data = (text: Buffer) => {
    put(`data ${text.length}\n`)
    put(text)
    put('\n')
  }
  const commit = (day: number) => {
    const at = Math.floor(TODAY / 1000) - (days - day) * 86_400
    put(`commit refs/heads/main\ncommitter Ada <ada@example.test> ${at} +0000\n`)
    data(Buffer.from(`Day ${day}`))
  }
  const entries = readdirSync(from, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(from.length + 1))
    .filter((path) => !/^\.(?:git|dossier)\//.test(path))
  const customers = paths.filter((path) => path.endsWith('/customer.md')).sort()
  commit(0)
  for (const path of paths) {
    put(`M 100644 inline ${path}\n`)
    data(readFileSync(join(from, path)))
  }
  for (let day = 1; day <= days; day++) {
    commit(day)
    for (let n = 0; n < changes; n++) {
      const path = customers[(day * 7919 + n * 104_729) % customers.length]!
      put(`M 100644 inline ${path}\n`)
      data(Buffer.from(readFileSync(join(from, path), 'utf8').replace(/employees: \d+/, `employees: ${(day * 13 + n) % 5000}`)))
    }
  }
  closeSync(file)
}
