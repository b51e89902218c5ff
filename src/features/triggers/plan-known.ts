import type { Edit } from '../../records/plan.ts'
import { newRecordText } from '../../records/text/new-record.ts'
import type { Decision } from './decide.ts'
import { knownFolder, type State } from './read-state.ts'

type Asked = {
  /** The commit the tree was looked at. */
  commit: string | null
  today: string
  isUnread: (path: string) => boolean
}

const modeline = '# yaml-language-server: $schema=../../../../workspace-setup/schemas/known.json\n'

/** Decides the files of known pairs: what holds when a rule is first seen is written down, what has ended since is taken out. */
export function planKnown(
  { rule, isFirst, known, fired, standing, pending, quiet }: Decision,
  { known: files }: State,
  asked: Asked,
): Edit[] {
  const holding = new Set(known.map(({ subject }) => subject.key))
  const { name, personal } = rule
  if (isFirst) {
    const path = `${knownFolder(rule)}/${(asked.commit ?? 'beginning').slice(0, 12)}.yaml`
    const pairs = known.map(({ subject }) => subject.key).sort()
    const text = `${modeline}${newRecordText('known', { rule: name, ...(personal && { personal }), on: asked.today, pairs })}`
    return [{ do: 'create', path, text }]
  }
  const unknown = new Set(quiet.filter(({ verdict }) => verdict.wrong).map(({ verdict }) => verdict.subject.key))
  const isLeft = (key: string) => holding.has(key) || unknown.has(key) || asked.isUnread(key.replace(/#.*$/, ''))
  const noLonger = new Set(
    [...fired, ...standing.map(({ verdict }) => verdict), ...pending.map(({ verdict }) => verdict)].map(
      ({ subject }) => subject.key,
    ),
  )
  return files.flatMap(({ path, sha, value }): Edit[] => {
    const pairs = value.pairs.filter((key) => isLeft(key) && !noLonger.has(key))
    return pairs.length < value.pairs.length ? [{ do: 'set', path, from: sha, field: ['pairs'], value: pairs }] : []
  })
}
