import { fileURLToPath } from 'node:url'
import { openView, type View } from '../../features/editor/view.ts'
import { dayIn } from '../../records/days/calendar.ts'
import { openSession, type Session } from '../../session/open.ts'
import { isSetUp } from '../../workspace/check/look-around.ts'
import { walk } from '../../workspace/check/walk.ts'
import { toRecordPath } from '../../workspace/place.ts'
import { openKnown } from '../../workspace/repair/known.ts'
import type { Mend } from '../../workspace/repair/mend.ts'
import { mendsOf } from '../../workspace/repair/mends-of.ts'
import { openPhones } from '../../workspace/repair/values/open-phones.ts'
import { type Judge, openJudge } from './judge.ts'

/** What is known of one workspace while files of it are open. */
export type Desk = Judge & {
  root: string
  pathOf: (uri: string) => string
  /** The workspace as it stands now; what is read for one answer is kept for the next, for a moment. */
  view: () => Promise<View>
  mends: (path: string, text: string) => Promise<Mend[]>
}

/** The file of an address; undefined for what lies nowhere yet, or not on this disk. */
export function fileOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined
  } catch {
    return undefined
  }
}

/** How long an answer may rest on what was read for the one before it, in milliseconds: not every editor tells what changes on the disk. */
const moment = 2000

/** How long words in use are kept: one search of all files each. */
const long = 300_000

/** Opens the desk of the workspace at a root; `openText` gives the texts that are open in the editor. */
export function openDesk(root: string, openText: (path: string) => string | undefined): Desk {
  let open: Promise<View> | undefined
  const lasting = new Map<string, unknown>()
  setInterval(() => lasting.clear(), long).unref()
  const forget = () => void (open = undefined)
  const view = () => {
    if (!open) {
      open = makeView(root, { openText, lasting })
      open.catch(forget)
      setTimeout(forget, moment).unref()
    }
    return open
  }
  const judge = openJudge(view)
  return {
    root,
    view,
    ...judge,
    pathOf: (uri) => toRecordPath({ root, env: {} }, fileOf(uri) ?? root),
    mends: async (path, text) => mendsOf(path, text, await (await view()).kept('mends', async () => knownFor(await view()))),
    changed(paths) {
      forget()
      judge.changed(paths)
    },
    lookAgain() {
      forget()
      judge.lookAgain()
    },
    typed(path) {
      if (isSetUp(path)) forget()
      judge.typed(path)
    },
  }
}

/** A workspace.yaml that cannot be used is told where it stands, and stops nothing else. */
async function makeView(root: string, kept: Pick<View, 'openText' | 'lasting'>): Promise<View> {
  const session = openSession({ cwd: root })
  const { settings, zone, now } = await standing(session)
  return openView(session.place(), { settings, zone, now, today: dayIn(zone, now), ...kept })
}

async function standing(session: Session) {
  try {
    return { settings: session.settings(), zone: await session.zone(), now: session.now() }
  } catch {
    return { settings: { own_domains: [], currency: 'EUR' }, zone: 'UTC', now: session.machine().now }
  }
}

async function knownFor(view: View) {
  const roots = ['customers', 'workspace-setup', 'personal', 'reporting', 'sales-toolkit']
  const paths = () => view.kept('paths', () => walk(view.place, roots).files)
  const { currency, phone_country: country } = view.settings
  return openKnown({ paths, has: view.has, text: view.text }, { team: view.team(), currency, country, phone: await openPhones() })
}
