type Watcher = { progress: ((done: number, total: number) => void) | undefined; end: () => void }

/** Tells on stderr how far long work has come, once it takes over a second; silent where nobody watches. Call `end` before saying anything else. */
export function following(what: string, isWatched: boolean): Watcher {
  if (!isWatched) return { progress: undefined, end: () => {} }
  let late = false
  let said = ''
  const patience = setTimeout(() => {
    late = true
  }, 1000)
  return {
    progress: (done, total) => {
      const text = `${Math.floor((100 * done) / Math.max(total, 1))} % of ${total} ${what}`
      if (late && text !== said) process.stderr.write(`\r${text}\u001B[K`)
      said = text
    },
    end: () => {
      clearTimeout(patience)
      if (late) process.stderr.write('\r\u001B[K')
    },
  }
}
