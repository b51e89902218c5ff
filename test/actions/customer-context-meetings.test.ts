import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { encode } from 'gpt-tokenizer/encoding/o200k_base'
import { describe, expect, test } from 'vitest'
import { packingOf } from '../../src/actions/packing.ts'
import { packCustomer } from '../../src/features/context/pack-customer.ts'
import { openSession } from '../../src/session/open.ts'
import { openNamed } from '../../src/workspace/open-named.ts'
import { gitEnv, workspace } from '../helpers/workspace.ts'

const samples = join(import.meta.dirname, '../../../shared/samples/meetings/transcripts')
const here = existsSync(samples)
if (!here) console.log('The transcripts of meetings are not beside this checkout (../shared/samples/meetings): skipped.')

type Transcript = { meeting_transcripts: { speaker: string; content: string }[] }
const transcripts = here ? readdirSync(samples).filter((name) => name.endsWith('.json')) : []

/** A transcript as somebody would keep it: a line for each turn. */
function activity(name: string, n: number): [path: string, text: string] {
  const { meeting_transcripts: turns } = JSON.parse(readFileSync(join(samples, name), 'utf8')) as Transcript
  const said = turns.map(({ speaker, content }) => `${speaker}: ${content}`).join('\n')
  return [
    `customers/acme/activities/2026-11-1${n}-1000-meeting-${name.replace('.json', '').toLowerCase().replaceAll('_', '-')}-aaa${n}.md`,
    `---\ntype: meeting\ndate: 2026-11-1${n}\nsubject: ${name}\n---\n\n${said}\n`,
  ]
}

const tree = (names: readonly string[]) =>
  workspace(
    {
      'workspace-setup/workspace.yaml': 'name: Orbit\ntimezone: Europe/Berlin\n',
      'customers/acme/customer.md': '---\nname: Acme\n---\n',
      ...Object.fromEntries(names.map(activity)),
    },
    { commit: false },
  )

async function pack(root: string, tier: string, budget?: number) {
  const session = openSession({ cwd: root, env: { ...gitEnv, DOSSIER_NOW: '2026-11-20T13:00:00Z' } })
  const customer = await openNamed(session.place(), 'acme', ['customer'])
  return packCustomer(session.place(), customer, {
    ...packingOf(session, { tier, budget, task: '' }),
    format: 'json',
  })
}

type Told = { text: string; cite: number[]; more?: Told[] }
const bare = (text: string) => text.replace(/\s+/gu, '')

/** What is told of meetings, each with the places it cites. */
function quotations(text: string): { said: string; from: { path: string; line: number }[] }[] {
  const page = JSON.parse(text) as {
    sections: { name: string; items: Told[] }[]
    sources: { n: number; path: string; line: number }[]
  }
  const lines = page.sections
    .filter(({ name }) => name === 'activities' || name === 'competition')
    .flatMap(({ items }) => items.flatMap((item) => [item, ...(item.more ?? [])]))
  return lines
    .map(({ text: said, cite }) => ({
      said: said.replace(/^\(signature\) |^2026-11-1\d meeting: |^2026-11-1\d[^:“]*: “|”$/g, ''),
      from: cite.map((n) => page.sources[n - 1]!),
    }))
    .filter(({ said }) => !/^2026-11-1\d \d\d:\d\d meeting|^2026-11-1\d meeting/.test(said))
}

describe.skipIf(!here)('transcripts of meetings (skipped without ../shared)', () => {
  test.each([
    ['compact', undefined],
    ['standard', undefined],
    ['extended', undefined],
    ['standard', 1200],
    ['standard', 12_000],
  ])('%s, budget %s: within it, and every quotation stands at the cited line', { timeout: 60_000 }, async (tier, budget) => {
    for (const names of [...transcripts.map((name) => [name]), transcripts]) {
      const root = tree(names)
      const { context, budget: most } = await pack(root, tier, budget)
      expect(context.tokens).toBeLessThanOrEqual(most)
      expect(encode(context.text).length).toBeLessThanOrEqual(context.tokens)
      const told = quotations(context.text)
      expect(told.length).toBeGreaterThan(1)
      for (const { said, from } of told) {
        const { path, line } = from[0]!
        const written = readFileSync(join(root, path), 'utf8').split('\n')
        // A sentence may go on over lines; it begins at the cited one.
        expect(bare(written.slice(line - 1, line + 3).join('\n')).replace(/\[(\d+)\]/g, '($1)'), `${path}:${line}`).toContain(
          bare(said),
        )
      }
    }
  })

  test('a whole transcript is told where there is room: nothing of it is missing', async () => {
    const root = tree(['TS3010a.json'])
    const { context } = await pack(root, 'extended')
    const told = bare(
      quotations(context.text)
        .map(({ said }) => said)
        .join(' '),
    )
    const { meeting_transcripts: turns } = JSON.parse(readFileSync(join(samples, 'TS3010a.json'), 'utf8')) as Transcript
    const long = turns.flatMap(({ content }) => content.split(/(?<=[.?!]) /)).filter((one) => one.length > 40)
    expect(long.length).toBeGreaterThan(20)
    expect(long.filter((one) => !told.includes(bare(one)))).toEqual([])
  })
})
