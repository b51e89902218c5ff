import { Failure } from '../../failure.ts'
import type { Migration, TreeFile } from './migration.ts'

/** One step as it is taken: which one, and in which direction. */
export type Step = {
  about: string
  from: number
  to: number
  concerns: Migration['concerns']
  change: (file: TreeFile) => TreeFile[]
}

/** The steps from one format to another. Throws a Failure (exit 2) for a format that none lead to. */
export function chooseSteps(migrations: readonly Migration[], from: number, to: number): Step[] {
  const newest = Math.max(1, ...migrations.map((one) => one.to))
  if (!Number.isInteger(to) || to < 1 || to > newest)
    throw new Failure(`There is no format ${to}.`, {
      hint: newest === 1 ? 'this dossier knows format 1 alone' : `this dossier knows the formats 1 to ${newest}`,
      exitCode: 2,
    })
  const steps: Step[] = []
  for (let at = from; at !== to; at += Math.sign(to - from)) {
    const isForward = to > from
    const migration = migrations.find((one) => (isForward ? one.from === at : one.to === at))
    if (!migration) throw new Error(`No migration leads from format ${at} towards ${to}.`)
    const { about } = migration
    const concerns = (path: string) => migration.concerns(path)
    const change = (file: TreeFile) => (isForward ? migration.forward(file) : migration.back(file))
    steps.push({ about, from: at, to: at + Math.sign(to - from), concerns, change })
  }
  return steps
}
