/** Very many texts, by the number each got. */
export type ShelvedTexts = { add(text: string): number; at(number: number): string }

const room = 2 ** 20

/** How many bytes tell a text's length. */
const head = 4

/** Keeps texts as bytes, side by side, each after its length: a million strings would cost three times as much. */
export function shelveTexts(): ShelvedTexts {
  const shelves: Buffer[] = []
  const starts: number[] = []
  /** Texts that fill a shelf by themselves. */
  const long = new Map<number, string>()
  let end = 0
  return {
    add(text) {
      const bytes = Buffer.byteLength(text)
      if (head + bytes > room) {
        long.set(starts.length, text)
        return starts.push(-1) - 1
      }
      if (end + head + bytes > shelves.length * room) {
        end = shelves.length * room
        shelves.push(Buffer.allocUnsafeSlow(room))
      }
      const start = end
      shelves.at(-1)!.writeUInt32LE(bytes, start % room)
      shelves.at(-1)!.write(text, (start % room) + head)
      end += head + bytes
      return starts.push(start) - 1
    },
    at(number) {
      const start = starts[number]!
      if (start < 0) return long.get(number)!
      const [shelf, from] = [shelves[Math.floor(start / room)]!, (start % room) + head]
      return shelf.toString('utf8', from, from + shelf.readUInt32LE(from - head))
    },
  }
}
