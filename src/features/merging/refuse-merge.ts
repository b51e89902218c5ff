import { Failure } from '../../failure.ts'
import { readUserChanges } from '../../workspace/git/user-changes.ts'
import { followStubs } from '../../workspace/links/follow-stubs.ts'
import type { Named } from '../../workspace/open-named.ts'
import type { Place } from '../../workspace/place.ts'
import { findRecords, nameOf } from '../../workspace/resolve.ts'

type Kind = 'customer' | 'contact'

/** Throws a Failure when two names mean one record; says so when one of them leads to the other already. */
export async function refuseSelf(
  place: Place,
  [a, b]: readonly [string, string],
  [into, from]: readonly [Named<Kind>, Named<Kind>],
): Promise<void> {
  if (into.path !== from.path) return
  for (const [name, other] of [
    [b, a],
    [a, b],
  ] as const) {
    const [file] = await findRecords(place, name, [into.kind], { stubs: true })
    if (file && followStubs(place, file.path) !== file.path)
      throw new Failure(
        `${nameOf(file)} was merged into ${into.called} already: ${file.path} leads there, and so "${other}" and "${name}" are one.`,
        {
          hint: `dossier ${into.kind} show ${into.called}`,
          exitCode: 4,
          path: file.path,
        },
      )
  }
  throw new Failure(`"${a}" and "${b}" are the same ${into.kind}, ${into.called}; nothing can be merged into itself.`, {
    hint: `name two ${into.kind}s; dossier ${into.kind} duplicates lists those that may be one`,
    exitCode: 2,
  })
}

/** Throws a Failure (exit 4) when one of the two was put away. */
export function refuseArchived(...records: readonly Named<Kind>[]): void {
  const shelved = records.find(({ value }) => value.archived)
  if (!shelved) return
  throw new Failure(`${shelved.called} is archived (since ${shelved.value.archived}).`, {
    hint: `bring it back first: dossier set ${shelved.called} archived=`,
    exitCode: 4,
    path: shelved.path,
  })
}

/** Throws a Failure (exit 2) when what would be moved holds edits that undo could not bring back. */
export async function refuseUnsaved(place: Place, called: string, paths: readonly string[]): Promise<void> {
  const unsaved = (await readUserChanges(place, [...paths])).map(({ path }) => path)
  if (unsaved.length === 0) return
  const more = unsaved.length > 3 ? ` and ${unsaved.length - 3} more` : ''
  throw new Failure(
    `${called} has edits that git has not seen, and undo could not bring them back: ${unsaved.slice(0, 3).join(', ')}${more}.`,
    { hint: 'dossier save, then run this again', exitCode: 2, path: unsaved[0]! },
  )
}

/** Throws a Failure when a record has errors: merging what is half read would lose the other half. */
export function refuseBroken(...records: readonly Named<Kind>[]): void {
  for (const { path, read } of records) {
    const wrong = read.sheet.problems.find(({ severity }) => severity === 'error')
    if (wrong)
      throw new Failure(`${path}:${wrong.line}: ${wrong.message}`, {
        hint: `dossier edit ${path}`,
        exitCode: 2,
        path,
        line: wrong.line,
      })
  }
}
