import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { longAccount } from './context-quality/long-account.ts'
import { measure, type Row, type Run } from './measure.ts'

/** The compact context of a customer, among as many as `cwd` has, and the extended one of a long history against a packer of files. */
export function contextRows(
  dossier: (...args: string[]) => string[],
  nothing: Run,
  { cwd, many }: { cwd: string; many: number },
): Row[] {
  const slug = readdirSync(join(cwd, 'customers'))[9]!
  const took = measure({ n: nothing, compact: { args: dossier('customer', 'context', slug), cwd } })
  return [
    { what: `compact context, ${many} customers`, measured: took('compact') / took('n'), bound: 8, unit: 'N' },
    ...packerRows(dossier),
  ]
}

const packer = 'repomix@1.18.1'

/** The packer, installed beside the workspaces of the bench and nowhere else; undefined where that cannot be. */
function findPacker(): string | undefined {
  const folder = join(tmpdir(), `dossier-bench-${packer.replace('@', '-')}`)
  const program = join(folder, 'node_modules', 'repomix', 'bin', 'repomix.cjs')
  if (existsSync(program)) return program
  const args = ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', packer]
  spawnSync('npm', args, { stdio: 'ignore', timeout: 300_000, shell: process.platform === 'win32' })
  return existsSync(program) ? program : undefined
}

/** The extended context of 2,000 activities of 6 KB: with the index of an earlier run, and without; against the faster of two ways to pack that folder. */
function packerRows(dossier: (...args: string[]) => string[]): Row[] {
  const program = findPacker()
  if (!program) {
    console.log(`left out: the extended context against ${packer}, which could not be installed`)
    return []
  }
  const { cwd, slug } = longAccount()
  const forget = () => {
    rmSync(join(cwd, '.dossier'), { recursive: true, force: true })
    return []
  }
  const pack = (...more: string[]) => ({
    args: [
      process.execPath,
      program,
      join('customers', slug),
      '--output',
      join(tmpdir(), `dossier-bench-packed-${process.pid}`),
      ...more,
    ],
    cwd,
  })
  const extended = { args: dossier('customer', 'context', slug, '--tier', 'extended'), cwd }
  const took = measure(
    { packed: pack(), unchecked: pack('--no-security-check'), afresh: { ...extended, before: forget }, extended },
    5,
  )
  rmSync(join(tmpdir(), `dossier-bench-packed-${process.pid}`), { force: true })
  const rival = Math.min(took('packed'), took('unchecked'))
  return [
    { what: 'extended context, 2000 activities', measured: took('extended') / rival, bound: 0.5, unit: '× repomix' },
    { what: 'the same without an index', measured: took('afresh') / rival, bound: 0.5, unit: '× repomix' },
  ]
}
