import { relative, sep } from 'node:path'
import { Failure } from '../../../failure.ts'
import type { Place } from '../../place.ts'
import { judgedFolders } from '../look-around.ts'

/** Changes that come within so many milliseconds of each other are one. */
const burst = 150

type Watching = {
  /** Ends the watching. */
  signal: AbortSignal
  /** Called once everything is watched, and after each burst of changes, never twice at once; `paths` are what changed. */
  changed: (paths: string[]) => Promise<void>
}

/** Watches the files a check judges until the signal ends it. What changes during `changed` leads to one more call. */
export async function watchTree(place: Place, { signal, changed }: Watching): Promise<void> {
  const { watch } = await import('chokidar')
  if (signal.aborted) return
  const watcher = watch(place.root, { ignored: (path) => isIgnored(relative(place.root, path)), ignoreInitial: true })
  const paths = new Set<string>()
  const ended = Promise.withResolvers<void>()
  let timer: NodeJS.Timeout | undefined
  let isBusy = true
  const flush = async () => {
    if (isBusy) return
    isBusy = true
    while (paths.size > 0 && !signal.aborted) {
      const now = [...paths].sort()
      paths.clear()
      await changed(now)
    }
    isBusy = false
  }
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush().catch(ended.reject), burst)
  }
  signal.addEventListener('abort', () => ended.resolve(), { once: true })
  watcher.on('error', (error) => ended.reject(sayTrouble(error)))
  watcher.on('all', (_, path) => {
    paths.add(relative(place.root, path).split(sep).join('/'))
    soon()
  })
  watcher.on('ready', () => {
    const begin = async () => {
      await changed([])
      isBusy = false
      soon()
    }
    void begin().catch(ended.reject)
  })
  try {
    await ended.promise
  } finally {
    clearTimeout(timer)
    await watcher.close()
  }
}

const tops = new Set(judgedFolders.map((folder) => folder.split('/')[0]))

/** Hidden files, what editors leave behind, and what is no part of the tree a check looks at. */
function isIgnored(path: string): boolean {
  const parts = path.split(sep)
  return path !== '' && (!tops.has(parts[0]) || parts.some((part) => part.startsWith('.')) || path.endsWith('~'))
}

function sayTrouble(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code !== 'ENOSPC' && code !== 'EMFILE') return error
  return new Failure('This machine watches no more files at once.', {
    hint: 'raise fs.inotify.max_user_watches, or run dossier check without --watch',
    exitCode: 2,
    cause: error,
  })
}
