import { spawnSync } from 'node:child_process'
import { appendFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { folder } from './workspace.ts'

/** A disk of four megabytes that can be filled up. */
export type Disk = { folder: string; fill(): void; free(): void; readOnly(): void }

/** Mounts a small disk in memory, taken away after the test; says why it cannot where it cannot (no root, no Linux). */
export function smallDisk(): Disk | { reason: string } {
  const where = realpathSync(folder())
  const mount = (...args: string[]) => spawnSync('mount', args, { encoding: 'utf8' })
  const mounted = mount('-t', 'tmpfs', '-o', 'size=4m,mode=755', 'tmpfs', where)
  if (mounted.status !== 0) return { reason: `no disk can be mounted here: ${mounted.error?.message ?? mounted.stderr.trim()}` }
  onTestFinished(() => void spawnSync('umount', ['--lazy', where]))
  const filler = join(where, 'filler')
  return {
    folder: where,
    fill() {
      writeFileSync(filler, '')
      for (let size = 1 << 20; size >= 1; size = Math.floor(size / 2)) fillBy(filler, size)
    },
    free: () => rmSync(filler),
    readOnly: () => void mount('-o', 'remount,ro', where),
  }
}

function fillBy(file: string, size: number): void {
  try {
    for (;;) appendFileSync(file, Buffer.alloc(size))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  }
}
