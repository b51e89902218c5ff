import type { Rule } from '../../records/rules/compile-rules.ts'
import { slugify } from '../../records/slug.ts'
import type { Kept } from '../../workspace/records.ts'
import { allTasks, openTasks } from '../../workspace/tasks.ts'
import { customerIn, inOrder } from '../../workspace/tree.ts'
import { firstDayOf, isRecent } from './find-said.ts'
import { type Subject, subjectOf, type Tree } from './open-tree.ts'

/** Fields that say a rule means closed deals too. */
const closing = ['stage', 'lost_reason', 'contract', 'renews', 'archived']

/**
 * The records a rule is asked of, in the order of their paths. What was put away is left out unless the rule names `archived`;
 * closed deals unless it names what only they have (`stage`, `contract` …); done tasks always.
 */
export async function chooseSubjects(rule: Rule, tree: Tree, customer?: string): Promise<Subject[]> {
  const found = await subjectsFor(rule, tree, customer)
  const read = [...rule.reads].map((name) => name.replace(`${rule.about}.`, '').replace(/\..*$/, ''))
  const names = (field: string) => read.includes(field)
  const isShelved = (subject: Subject) =>
    Boolean((subject.record.value as { archived?: string }).archived) ||
    Boolean(subject.customer && tree.customerOf(subject.customer)?.value.archived)
  const kept = names('archived') ? found : found.filter((subject) => !isShelved(subject))
  const open =
    rule.about !== 'deal' || closing.some(names)
      ? kept
      : kept.filter(({ record }) => record.kind === 'deal' && tree.isOpen(record as Kept<'deal'>))
  return open.sort((a, b) => inOrder(a.key, b.key))
}

async function subjectsFor(rule: Rule, tree: Tree, customer?: string): Promise<Subject[]> {
  const { about } = rule
  if (about === 'task') return tasksIn(tree, customer)
  if (about === 'activity' && rule.keywords.length > 0)
    return tree
      .activitiesSince(firstDayOf(rule, tree), customer)
      .filter((record) => isRecent(record, rule, tree))
      .map(subjectOf)
  return tree.all(about, customer).map(subjectOf)
}

async function tasksIn(tree: Tree, customer?: string): Promise<Subject[]> {
  const tasks = customer ? openTasks(tree.place, customer) : await allTasks(tree.place)
  return tasks.flatMap((task) => {
    const slug = customerIn(task.path)
    const record = slug && !task.done ? tree.customerOf(slug) : undefined
    return record && slug ? [{ key: `${task.path}#${slugify(task.text)}`, record, task, customer: slug }] : []
  })
}
