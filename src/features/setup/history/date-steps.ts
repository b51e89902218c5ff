import { dayIn } from '../../../records/days/calendar.ts'
import { sayFieldChange } from '../../../records/say-value.ts'
import { customerIn } from '../../../workspace/tree.ts'
import { type Around, type Deed, minutesFrom, type Paper, textIn } from './deed.ts'
import { type Step, valueOn } from './read-changes.ts'
import { soonAfter, workingMinute } from './working-hours.ts'

/**
 * The changes of one record after it came: each day one commit, right after what was logged with this customer on that day.
 * `deeds` are those of the record's customer.
 */
export function dateSteps(paper: Paper, deeds: readonly Deed[], around: Around): Deed[] {
  const fields = [...(around.changes.get(paper.path) ?? [])]
  const born = deeds.find(({ path }) => path === paper.path)
  const days = [...new Set(fields.flatMap(([, steps]) => steps.slice(1).map(({ day }) => day)))].sort()
  return days.flatMap((day) => {
    const changed = fields.flatMap(([field, steps]) => {
      const at = steps.findIndex((step, n) => n > 0 && step.day === day)
      return at < 0 ? [] : [{ field, steps, step: steps.findLast((step) => step.day === day)!, before: steps[at - 1]!.value }]
    })
    return changed.length > 0 ? [change(paper, changed, { day, deeds, born, around })] : []
  })
}

type Changed = { field: string; steps: readonly Step[]; step: Step; before: unknown }
type Then = { day: string; deeds: readonly Deed[]; born: Deed | undefined; around: Around }

function change(paper: Paper, changed: readonly Changed[], { day, deeds, born, around }: Then): Deed {
  const { changes, members, draw } = around
  const said = changed.flatMap(({ step }) => step.by ?? [])[0]
  const owners = changes.get(paper.path)?.get('owner')
  const by = members.of(said ?? (owners ? valueOn(owners, day) : (textIn(paper, 'owner') ?? textIn(paper, 'by'))))
  const about = `${paper.path} ${day}`
  const talk = deeds.findLast((deed) => deed.action === 'log' && deed.day === day)
  const at = talk ? soonAfter(talk.at, by, about, draw) : workingMinute(day, by, about, draw)
  const late = dayIn(by.zone, at) > day ? minutesFrom(talk!.at, 1) : at
  const customer = customerIn(paper.path) ?? ''
  const called = paper.kind === 'customer' || !customer ? customer || paper.slug : `${customer}/${paper.slug}`
  const isMove = changed.some(({ field }) => field === 'stage')
  return {
    at: born && late <= born.at ? minutesFrom(born.at, 1) : late,
    by,
    action: `${paper.kind ?? 'record'} ${isMove ? 'move' : 'set'}`,
    subject: `${called}: ${changed.map(({ field, before, step }) => sayFieldChange(field, before, step.value)).join(', ')}`,
    path: paper.path,
    day,
  }
}
