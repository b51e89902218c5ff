/** Very many short texts, by the number each got. */
export type ShelvedTexts = { add(text: string): number; at(number: number): string }

const room = 2 ** 20

/** Keeps texts (of at most 64 kB) as bytes, side by side, each after its length: a million strings would cost three times as much. */
export function shelveTexts(): ShelvedTexts {
  const shelves: Buffer[] = []
  const starts: number[] = []
  let end = 0
  return {
    add(text) {
      const bytes = Buffer.byteLength(text)
      if (end + 2 + bytes > shelves.length * room) {
        end = shelves.length * room
        shelves.push(Buffer.allocUnsafeSlow(room))
      }
      const shelf = shelves.at(-1)!
      shelf.writeUInt16LE(bytes, end % room)
      shelf.write(text, (end % room) + 2)
      end += 2 + bytes
      return starts.push(end - 2 - bytes) - 1
    },
    at(number) {
      const start = starts[number]!
      const [shelf, from] = [shelves[Math.floor(start / room)]!, start % room]
      return shelf.toString('utf8', from + 2, from + 2 + shelf.readUInt16LE(from))
    },
  }
}
