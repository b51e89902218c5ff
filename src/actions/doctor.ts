import * as z from 'zod'
import { type Finding, judgeGit } from '../features/wellbeing/judge-git.ts'
import { figureFreshness } from '../formulas/freshness.ts'
import { addDays, dayIn } from '../records/days/calendar.ts'
import type { Session } from '../session/open.ts'
import { readBook } from '../workspace/book/read-book.ts'
import { readConfig } from '../workspace/git/identity.ts'
import { judgeIndex } from '../workspace/index/judge-index.ts'
import { readEntries } from '../workspace/write/journal.ts'
import { asking } from './action.ts'

export default asking({
  name: 'doctor',
  summary: 'Look whether all is well: git, who you are, what waits to be committed, the index, and how fresh the data is.',
  effect: 'read',
  input: z.object({}),
  async run(_, session) {
    const findings = [
      ...(await judgeGit(session.place())),
      await judgeMe(session),
      ...judgePending(session),
      judgeOwnIndex(session),
    ]
    return { findings, freshness: await readFreshness(session) }
  },
})

async function judgeMe(session: Session): Promise<Finding> {
  const { name, email } = session.place().git ? await readConfig(session.place()) : {}
  const about = 'you'
  if (!name || !email)
    return {
      about,
      well: false,
      said: 'git does not know who you are',
      mend: 'git config --global user.name "Ada Lovelace"; git config --global user.email ada@example.com',
    }
  const me = await session.me()
  const said = `${name} <${email}>`
  return me
    ? { about, well: true, said: `${session.people().nameOf(me)} (${me}), committing as ${said}` }
    : { about, well: false, said: `${said} is nobody in workspace-setup/people`, mend: 'dossier me PERSON' }
}

function judgePending(session: Session): Finding[] {
  if (!session.place().git) return []
  const waiting = readEntries(session.place(), 'pending').length
  const about = 'commits'
  if (waiting === 0) return [{ about, well: true, said: 'nothing waits to be committed' }]
  return [
    {
      about,
      well: false,
      said: `${waiting} saved action${waiting === 1 ? ' waits' : 's wait'} to be committed`,
      mend: 'dossier commit',
    },
  ]
}

function judgeOwnIndex(session: Session): Finding {
  const { there, files, behind } = judgeIndex(session.here())
  const about = 'index'
  if (!there) return { about, well: true, said: `none yet, of ${files} files; the first search or long list makes it` }
  return {
    about,
    well: true,
    said:
      behind === 0 ? `knows all ${files} files` : `knows ${files - behind} of ${files} files; the rest is read when it is needed`,
  }
}

/** How fresh what is known of live customers is. */
async function readFreshness(session: Session) {
  const { timezone: zone } = session.settings()
  const today = dayIn(zone, session.now())
  const asked = { people: session.people(), settings: session.settings(), now: session.now(), zone, since: addDays(today, -90) }
  const { book } = await readBook(session.place(), asked)
  return figureFreshness(
    book.accounts.filter(({ live }) => live).map(({ quietDays, lastTouch }) => ({ quietDays, touched: lastTouch !== undefined })),
  )
}
