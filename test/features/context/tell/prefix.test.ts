import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packingOf } from '../../../../src/actions/packing.ts'
import { packCustomer } from '../../../../src/features/context/pack-customer.ts'
import type { Format } from '../../../../src/features/context/tell/open-form.ts'
import { openSession } from '../../../../src/session/open.ts'
import { openNamed } from '../../../../src/workspace/open-named.ts'
import { gitEnv, workspace } from '../../../helpers/workspace.ts'

/** The shipped tier with what changes with the history (how many there are) at the end of a section, as in XML and JSON. */
const shipped = readFileSync(join(import.meta.dirname, '../../../../customers/templates/extended.md'), 'utf8')
const template = shipped
  .replace('## {{title}} ({{shown}} of {{total}})', '## {{title}}')
  .replace('{{/each}}\n{{/each}}\n\n{{/each}}', '{{/each}}\n{{/each}}\n\n({{shown}} of {{total}})\n\n{{/each}}')

/** Words that no two sentences share: what a later word replaces must change an older one, and is another matter. */
const word = fc.string({
  unit: fc.constantFrom(...'a b d e f g i k l m n o p r s t u v z'.split(' ')),
  minLength: 5,
  maxLength: 6,
})
const sentence = fc.array(word, { minLength: 3, maxLength: 4 }).map((words) => `${words.join(' ')}.`)
const history = fc.array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { minLength: 3, maxLength: 10 })

const tree = (notes: readonly string[][]) =>
  workspace(
    {
      'workspace-setup/workspace.yaml': 'name: Orbit\ntimezone: Europe/Berlin\n',
      'customers/templates/extended.md': template,
      'customers/acme/customer.md': '---\nname: Acme\nindustry: Shoes\n---\nA maker of shoes.\n',
      'customers/acme/contacts/jo.md': '---\nname: Jo Park\ntitle: CTO\n---\n',
      'customers/acme/deals/pilot.md': '---\nname: Pilot\nstage: lead\namount: 40000\n---\n',
      ...Object.fromEntries(
        notes.map((said, n) => {
          const day = new Date(Date.UTC(2026, 9, 1) + n * 86_400_000).toISOString().slice(0, 10)
          return [
            `customers/acme/activities/${day}-1000-note-n${n}-${String(n).padStart(4, '0')}.md`,
            `---\ntype: note\ndate: ${day}\nsubject: Note ${n}\n---\n${said.join('\n\n')}\n`,
          ]
        }),
      ),
    },
    { commit: false },
  )

async function pack(root: string, format: Format): Promise<string> {
  const session = openSession({ cwd: root, env: { ...gitEnv, DOSSIER_NOW: '2026-11-20T13:00:00Z' } })
  const customer = await openNamed(session.place(), 'acme', ['customer'])
  const asked = packingOf(session, { tier: 'extended', budget: undefined, task: '' })
  const { context } = await packCustomer(session.place(), customer, { ...asked, format })
  expect(context.leftOut).toEqual([])
  return context.text
}

function shared(one: string, other: string): string {
  let n = 0
  while (n < one.length && one[n] === other[n]) n++
  return one.slice(0, n)
}

test.each(['md', 'xml', 'json'] as const)(
  '%s: a longer history keeps the earlier bytes, so that a prompt cache holds',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(history, async (notes) => {
        const before = await pack(tree(notes.slice(0, -1)), format)
        const after = await pack(tree(notes), format)
        const kept = shared(before, after)
        for (const told of ['Shoes', 'Jo Park', '40,000']) expect(kept).toContain(told)
        // The newest of before is told in another way than older ones: all that is older than that stands as it was.
        for (const one of notes.slice(0, -2).flat()) expect(kept).toContain(one)
      }),
      { numRuns: 6, endOnFailure: true },
    )
  },
  120_000,
)
