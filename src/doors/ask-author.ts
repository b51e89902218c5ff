import { createInterface } from 'node:readline/promises'

/** Asks a person at the terminal for name and e-mail address, where git knows none; answers as `--as` does. */
export async function askAuthor(): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const name = await terminal.question('Git does not know you yet, and each change has an author. Your name: ')
    return `${name.trim()} <${(await terminal.question('Your e-mail address: ')).trim()}>`
  } finally {
    terminal.close()
  }
}
