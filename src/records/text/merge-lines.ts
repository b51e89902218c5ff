import { diffArrays } from 'diff'

/** Lines of the base (from 1) that both sides changed, each in its own way. */
export type Conflict = { line: number; ours: string; theirs: string }

/** How one side changed the base: what stands instead of each line (nothing: it was deleted) and what was put before it. */
type Side = { lines: string[][]; before: string[][] }

/**
 * Merges two changes of one text by lines. Only changes of the very same lines conflict, not those of neighbours
 * (keys of front matter stand on adjacent lines, where git's own merge would give up).
 */
export function mergeLines({
  base,
  ours,
  theirs,
}: {
  base: string
  ours: string
  theirs: string
}): { text: string; clean: true } | { clean: false; conflicts: Conflict[] } {
  const lines = base.split('\n')
  const mine = compare(lines, ours.split('\n'))
  const other = compare(lines, theirs.split('\n'))
  const merged: string[] = []
  const conflicts: Conflict[] = []

  for (let at = 0; at <= lines.length; at++) {
    const put = choose([], mine.before[at]!, other.before[at]!)
    const homeless = isCutOff(mine, other, at) || isCutOff(other, mine, at)
    if (put && !homeless) merged.push(...put)
    else note(conflicts, at, mine.before[at]!, other.before[at]!)
    if (at === lines.length) break

    const line = choose([lines[at]!], mine.lines[at]!, other.lines[at]!)
    if (line) merged.push(...line)
    else note(conflicts, at, mine.lines[at]!, other.lines[at]!)
  }
  return conflicts.length > 0 ? { clean: false, conflicts } : { text: merged.join('\n'), clean: true }
}

/** Takes the side that changed something; undefined if both did, differently. */
function choose(base: string[], ours: string[], theirs: string[]): string[] | undefined {
  const [before, mine, other] = [base, ours, theirs].map((lines) => JSON.stringify(lines))
  if (mine === other || other === before) return ours
  return mine === before ? theirs : undefined
}

/** Whether lines were put into the midst of others that the other side deleted. */
const isCutOff = (from: Side, to: Side, at: number) =>
  from.before[at]!.length > 0 &&
  to.before[at]!.length === 0 &&
  [at - 1, at].every((line) => to.lines[line]?.length === 0 && from.lines[line]!.length > 0)

function note(conflicts: Conflict[], at: number, ours: string[], theirs: string[]) {
  conflicts.push({ line: at + 1, ours: ours.join('\n'), theirs: theirs.join('\n') })
}

function compare(base: string[], changed: string[]): Side {
  const side: Side = { lines: base.map((line) => [line]), before: Array.from({ length: base.length + 1 }, () => []) }
  let at = 0
  let removed: string[] = []
  let added: string[] = []
  const settle = () => {
    for (const index of removed.keys()) side.lines[at + index] = added.slice(index, index + 1)
    at += removed.length
    side.before[at]!.push(...added.slice(removed.length))
    removed = []
    added = []
  }
  for (const part of diffArrays(base, changed)) {
    if (part.removed) removed.push(...part.value)
    else if (part.added) added.push(...part.value)
    else {
      settle()
      at += part.value.length
    }
  }
  settle()
  return side
}
