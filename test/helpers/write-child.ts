// Run by tests with the project's own Node: does one action (or many) in a workspace and may be killed at any step of it.
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../../src/failure.ts'
import type { Edit, Plan } from '../../src/records/plan.ts'
import { exclusively } from '../../src/workspace/lock.ts'
import { type Place, placeAt } from '../../src/workspace/place.ts'
import { openSheet } from '../../src/workspace/sheet.ts'
import { apply } from '../../src/workspace/write/apply.ts'
import { recover } from '../../src/workspace/write/recover.ts'

/** `kill`: the number of the step to die at; none when absent. `times`: how many actions, each with the next number. */
export type Job = {
  root: string
  what: string
  word?: string
  kill?: number
  times?: number
  manual?: boolean
  onlyRecover?: boolean
}

const sheet = (place: Place, path: string) => openSheet(place, path).sha
const set = (place: Place, path: string, value: string): Edit => ({
  do: 'set',
  path,
  from: sheet(place, path),
  field: ['stage'],
  value,
})

/** So many files in so many folders, as an import makes them. */
export const manyFiles = (word: string, files = 120, folders = 12): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: files }, (_, n) => [
      `customers/c${n % folders}/deals/${word}-${n}.md`,
      `---\nname: Deal ${n} of ${word}\namount: ${n}\n---\n`,
    ]),
  )

/** The plans that are interrupted: one file, several files in every way, many new ones, an undo, a line more in one file for all writers. */
const plans: Record<string, (place: Place, word: string) => Edit[]> = {
  set: (place, word) => [set(place, 'a.md', word)],
  several: (place, word) =>
    existsSync(join(place.root, 'moved/here.md'))
      ? [set(place, 'a.md', word)]
      : [
          set(place, 'a.md', word),
          { do: 'create', path: 'new/made.md', text: 'Made.\n' },
          { do: 'delete', path: 'old/gone.md', from: sheet(place, 'old/gone.md') },
          { do: 'move', path: 'old/there.md', from: sheet(place, 'old/there.md'), to: 'moved/here.md' },
        ],
  swap: (place, word) => [
    set(place, 'a.md', word),
    set(place, 'b.md', word),
    existsSync(join(place.root, 'on.md'))
      ? { do: 'move', path: 'on.md', from: sheet(place, 'on.md'), to: 'off.md' }
      : { do: 'move', path: 'off.md', from: sheet(place, 'off.md'), to: 'on.md' },
    existsSync(join(place.root, 'made.md'))
      ? { do: 'delete', path: 'made.md', from: sheet(place, 'made.md') }
      : { do: 'create', path: 'made.md', text: 'Made.\n' },
  ],
  many: (place, word) =>
    Object.entries(manyFiles(word)).flatMap(([path, text]) =>
      existsSync(join(place.root, path)) ? [] : { do: 'create' as const, path, text },
    ),
  back: (place, word) => [set(place, 'a.md', word)],
  line: (place, word) => {
    const { text, sha: from } = openSheet(place, 'log.md')
    const count = Number(/^stage: (\d+)$/m.exec(text)![1])
    return [
      { do: 'set', path: 'log.md', from, field: ['stage'], value: count + 1 },
      { do: 'append', path: 'log.md', from, text: word },
    ]
  },
}

/** Does a job as `perform` would; answers with the steps it passed. */
export async function doJob({
  root,
  what,
  word = 'won',
  kill,
  times = 1,
  manual = false,
  onlyRecover = false,
}: Job): Promise<string[]> {
  const place = placeAt(root, process.env)
  const passed: string[] = []
  const at = (step: string) => {
    if (passed.push(step) - 1 === kill) process.kill(process.pid, 'SIGKILL')
  }
  for (let n = 0; n < times; n++) {
    await exclusively(place, async () => {
      await recover(place, at)
      if (onlyRecover) return
      const edits = plans[what]!(place, times === 1 ? word : `${word}-${n}`)
      const back = what === 'back' ? readFileSync(join(root, '.git/tip'), 'utf8') : undefined
      const plan: Plan = { subject: `${what} ${word}`, edits, ...(back && { back }) }
      const by = { id: randomUUID(), action: what, actor: 'ada', because: 'asked by ada', now: new Date(1_800_000_000_000) }
      await apply(place, plan, { ...by, manual, at })
    })
  }
  return passed
}

if (process.argv[1] === import.meta.filename) {
  try {
    process.stdout.write('ready\n')
    process.stdout.write(`${JSON.stringify(await doJob(JSON.parse(process.argv[2]!) as Job))}\n`)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    process.stderr.write(error.message)
    process.exitCode = error.exitCode
  }
}
