const lf = 10
const cr = 13

/** Keeps the bytes of the row that is being read, so that it can be shown as it stood or read again; ends count from the first byte ever added. */
export function keepBytes() {
  let parts: Buffer[] = []
  let size = 0
  let from = 0
  let dropped = 0
  const whole = () => {
    if (parts.length !== 1 || dropped > 0) parts = [Buffer.concat(parts).subarray(dropped)]
    from += dropped
    dropped = 0
    return parts[0]!
  }
  return {
    size: () => size,
    add: (bytes: Buffer) => {
      if (dropped > 0) whole()
      parts.push(bytes)
      size += bytes.length
    },
    text: (end: number) => whole().toString('utf8', 0, end - from),
    drop: (end: number) => {
      size -= end - from - dropped
      dropped = end - from
    },
    /** All that is kept; counting begins anew. */
    takeAll: () => {
      const all = whole()
      parts = []
      size = 0
      from = 0
      return all
    },
  }
}

/** The length of the first line with its end, or undefined when it has none. */
export function lineLength(bytes: Buffer): number | undefined {
  const feed = bytes.indexOf(lf)
  const back = (feed < 0 ? bytes : bytes.subarray(0, feed)).indexOf(cr)
  if (back >= 0 && back + 1 !== feed) return back + 1
  return feed < 0 ? undefined : feed + 1
}
