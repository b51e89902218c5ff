import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { steadyPlaces } from './steady.ts'

const told = (mark: string, text: string) =>
  text === ''
    ? []
    : text
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => mark + line)

/** Runs the `$` lines of a story; returns it with what was said: `>` is stdout, `2>` is stderr, `[3]` the exit code. A line that is only `cd` holds for those after it. */
export function play(story: string, root: string, env: NodeJS.ProcessEnv): string {
  const still = (text: string) => steadyPlaces(text, root).replaceAll(env['HOME'] || root, '~')
  let cwd = root
  const asked = story.split('\n').filter((line) => !/^(?:>|2>|\[\d+\]$)/.test(line))
  const lines = asked.flatMap((line) => {
    if (!line.startsWith('$ ')) return [line]
    const [, to] = /^\$ cd (\S+)$/.exec(line) ?? []
    if (to !== undefined) {
      cwd = resolve(cwd, to)
      return [line]
    }
    const { stdout, stderr, status, signal } = spawnSync('sh', ['-c', line.slice(2)], {
      cwd,
      env,
      encoding: 'utf8',
      input: '',
      timeout: 120_000,
    })
    const code = signal ? [`[${signal}]`] : status ? [`[${status}]`] : []
    return [line, ...told('>', still(stdout)), ...told('2>', still(stderr)), ...code]
  })
  return lines.join('\n')
}

/** What a story asks for in its first line: `<!-- identity: none, node: 20 -->`. */
export function readOptions(story: string): Record<string, string> {
  const words = /^<!--(.*)-->/.exec(story)?.[1] ?? ''
  return Object.fromEntries([...words.matchAll(/(\w+):\s*([^,]+?)\s*(?:,|$)/g)].map(([, name, value]) => [name, value]))
}
