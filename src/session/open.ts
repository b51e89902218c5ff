import { Failure } from '../failure.ts'
import { dayIn, instantOf } from '../records/days/calendar.ts'
import { hashOf } from '../records/hash.ts'
import type { WorkspaceSettings } from '../records/kinds/workspace-settings.ts'
import { once } from '../records/once.ts'
import { needIdentity, readConfig } from '../workspace/git/identity.ts'
import type { AsOf } from '../workspace/past/find-as-of.ts'
import { type People, readPeople } from '../workspace/people.ts'
import { findPlace, hasPlace, type Place } from '../workspace/place.ts'
import { readSettings } from '../workspace/settings.ts'
import type { LookBack } from './look-back.ts'
import { findMe } from './me.ts'

/** One run of the program: where it stands, who asks, what time it is. Nothing is read before it is asked for. */
export type Session = {
  cwd: string
  /** The workspace as it stands, or as it stood when something is asked as of then. */
  place(): Place
  /** The workspace as it stands now, whatever is asked. */
  here(): Place
  /** What is asked as of a time gone by, and which commit that is. */
  asOf(): AsOf | undefined
  /** Where `init` may make a place: the environment goes with it. */
  env: Place['env']
  settings(): WorkspaceSettings
  people(): People
  now(): Date
  /** What replaced the clock, when something did: DOSSIER_NOW, the workspace's `now:`, or the time that is asked about. */
  clock(): 'system' | 'DOSSIER_NOW' | 'workspace' | 'as of'
  /** The slug of the person who asks; undefined when nobody is known by the settings of this clone. */
  me(): Promise<string | undefined>
  /** The same, for actions that cannot do without. Throws a Failure naming the people who exist. */
  needMe(): Promise<string>
  /** Whom git names, for those who are nobody of the team: `Ada Byron <ada@example.com>`. */
  gitName(): Promise<string>
  /** The time zone of the person who asks, else the workspace's. */
  zone(): Promise<string>
  /** The hour and zone whatever workspace is around: for `init`, which begins before there is one. */
  machine(): { now: Date; clock: 'system' | 'DOSSIER_NOW'; zone: string }
  today(): Promise<string>
  /** A new name for something only this machine sees. */
  newId(): string
  /** Four letters that keep apart what two people name at once; by DOSSIER_SEED always the same for the same thing. */
  ending(of: string): string
  /** The program a person edits text with. */
  editor(): string | undefined
}

/** `asOf`: the time gone by at which everything is read (`lookBack`). */
type Where = { cwd?: string; env?: Place['env']; asOf?: LookBack }

/** Opens a session. The only place that reads the environment, the clock and chance. */
export function openSession({ cwd = workingFolder(), env = process.env, asOf: asked }: Where = {}): Session {
  const here = once(() => findPlace(cwd, env))
  const settingsNow = once(() => readSettings(here()))
  const peopleNow = once(() => readPeople(here()))
  const started = Date.now()
  const fixed = once(() => fixedNow(env['DOSSIER_NOW']) ?? (hasPlace(cwd) ? workspaceNow(settingsNow()) : undefined))
  const clock = () => fixed() || new Date()
  const asOf = once(() => asked?.find(here(), { now: clock(), zone: settingsNow().timezone }))
  const place = once(() => (asOf() ? { ...here(), past: asked!.open(here(), asOf()!) } : here()))
  const settings = once(() => (asOf() ? readSettings(place()) : settingsNow()))
  const people = once(() => (asOf() ? readPeople(place()) : peopleNow()))
  const now = () => asOf()?.at ?? clock()
  const me = once(() => findMe(here(), peopleNow, env))
  const zone = async () => {
    const slug = await me()
    const own = (slug && people().zoneOf(slug)) || settings().timezone
    const day = asOf()?.day
    return day === undefined || dayIn(own, now()) === day ? own : settingsNow().timezone
  }
  return {
    cwd,
    env,
    place,
    here,
    asOf,
    settings,
    people,
    now,
    me,
    zone,
    clock: () => (asked !== undefined ? 'as of' : env['DOSSIER_NOW'] ? 'DOSSIER_NOW' : fixed() ? 'workspace' : 'system'),
    needMe: async () => (await me()) ?? peopleNow().refuseUnknownMe(),
    gitName: async () => sayIdentity(needIdentity(await readConfig(here()))),
    machine: () => ({
      now: fixedNow(env['DOSSIER_NOW']) ?? new Date(),
      clock: env['DOSSIER_NOW'] ? 'DOSSIER_NOW' : 'system',
      zone: new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC',
    }),
    today: async () => dayIn(await zone(), now()),
    newId: () => `${started.toString(36)}-${chance().randomUUID().slice(0, 8)}`,
    ending: (of) =>
      letters(
        env['DOSSIER_SEED'] ? Buffer.from(hashOf('sha256', `${env['DOSSIER_SEED']} ${of}`), 'hex') : chance().randomBytes(4),
      ),
    editor: () => env['VISUAL'] || env['EDITOR'] || undefined,
  }
}

function workingFolder(): string {
  try {
    return process.cwd()
  } catch (cause) {
    throw new Failure('The folder you stand in is gone.', { hint: 'cd into one that is there', exitCode: 2, cause })
  }
}

function fixedNow(said: string | undefined): Date | undefined {
  if (!said) return undefined
  const instant = new Date(said)
  if (!Number.isNaN(instant.getTime())) return instant
  throw new Failure(`DOSSIER_NOW is "${said}".`, { hint: 'an instant such as 2026-11-21T10:00:00Z', exitCode: 2 })
}

/** What `now:` of a workspace means; a plain day is noon of that day. */
const workspaceNow = ({ now, timezone }: WorkspaceSettings) =>
  now && instantOf(now.length === 10 ? `${now}T12:00` : now, timezone)

const sayIdentity = ({ name, email }: { name: string; email: string }) => `${name} <${email}>`

/** Opened when first needed, for it takes 5 ms. */
const chance = () => process.getBuiltinModule('node:crypto')

const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789'
const letters = (bytes: Uint8Array) => Array.from(bytes.slice(0, 4), (byte) => alphabet[byte % alphabet.length]).join('')
