import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Place } from '../place.ts'

/** Whether this clone has only the newest part of history, so that its first commit was not the first. */
export const isHistoryCut = ({ git }: Place): boolean => git !== undefined && existsSync(join(git.common, 'shallow'))
