import * as z from 'zod'
import { Failure } from '../failure.ts'
import { countSteps, sayFiled } from '../features/intake/count-steps.ts'
import { moveKept } from '../features/intake/move-kept.ts'
import { planIntake } from '../features/intake/plan-intake.ts'
import { needMoment } from '../records/days/moment-words.ts'
import { ActivityType } from '../records/kinds/activity.ts'
import type { Session } from '../session/open.ts'
import { type Dropped, findDropped, openDropped } from '../workspace/intake/inbox.ts'
import { folderNamed, openNamed } from '../workspace/open-named.ts'
import { changing } from './action.ts'

const input = z.object({
  files: z
    .array(z.string())
    .default([])
    .describe('Files to file: e-mail, vCards, calendars, transcripts, notes; else those in your inbox.'),
  customer: z.string().optional().describe('The customer the named files belong to, or _unassigned.'),
  deal: z.string().optional().describe('The deal they belong to.'),
  type: ActivityType.optional().describe('What a transcript or note was.'),
  at: z.string().optional().describe('When it was, if the file does not say: 2026-11-02, "yesterday 15:00".'),
  apply: z.boolean().default(false).describe('Write it, as one commit; without it, only the plan is shown.'),
})

export default changing({
  name: 'intake',
  summary: 'File what was dropped in the inbox: e-mails, vCards, calendars, transcripts and notes.',
  effect: 'write',
  input,
  async decide(asked, session) {
    const place = session.place()
    const dropped = await findFiles(asked, session)
    const { files, filing, taken } = await planIntake(place, dropped, {
      people: session.people(),
      settings: session.settings(),
      said: await readSaid(asked, session),
      now: session.now(),
      me: await session.me(),
    })
    const moves = moveKept(place, taken)
    const counts = countSteps(files)
    const subject = sayFiled(files)
    const isManual = session.settings().commit === 'manual'
    const edits = [...filing.edits.filter((edit) => !isManual || edit.do !== 'keep'), ...moves.edits]
    return {
      plan: { subject, edits: asked.apply ? edits : [] },
      ...(asked.apply && { files: filing.files, away: moves.others }),
      answer: { path: edits[0]?.path ?? dropped[0]?.file ?? 'personal/inbox', intake: { ...counts, files } },
    }
  },
})

async function findFiles({ files, customer, deal, type, at }: z.infer<typeof input>, session: Session): Promise<Dropped[]> {
  const place = session.place()
  if (files.length > 0) return files.map((file) => openDropped(place, file, session.cwd))
  const dropped = findDropped(place, (await session.me()) ?? undefined)
  if (dropped.length === 0) await session.needMe()
  if ([customer, deal, type, at].every((one) => one === undefined) || dropped.length === 1) return dropped
  throw new Failure('What you say of a file holds for files you name.', { hint: 'dossier intake FILE --customer X', exitCode: 2 })
}

/** What was said of the files, as records name it. */
async function readSaid({ customer: named, deal: called, type, at }: z.infer<typeof input>, session: Session) {
  const place = session.place()
  const deal = called === undefined ? undefined : await openNamed(place, called, ['deal'])
  const customer = named === undefined ? deal?.customer : await folderNamed(place, named)
  if (deal && deal.customer !== customer)
    throw new Failure(`${deal.called} is a deal of ${deal.customer}, not of ${customer}.`, {
      hint: 'name a deal of that customer',
      exitCode: 2,
    })
  const when = at === undefined ? undefined : await needMoment(at, { now: session.now(), zone: await session.zone() })
  return { ...(customer && { customer }), ...(deal && { deal: deal.slug }), ...(type && { type }), ...(when && { at: when }) }
}
