// The 32 letters in which Windows-1252 differs from Latin-1, from 0x80 (WHATWG Encoding, index windows-1252).
const differing = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** Text from the Latin-1 reading of Windows-1252 bytes; Node 24's own decoder reads it as Latin-1. */
export function fromWindows1252(latin1: string): string {
  return latin1.replace(/[\x80-\x9f]/g, (letter) => differing[letter.charCodeAt(0) - 0x80]!)
}
