import type { WorkspaceSettings } from '../../records/kinds/workspace-settings.ts'
import { kindNames } from '../../records/kinds.ts'
import type { Edit, Plan } from '../../records/plan.ts'
import { printEditorSchema } from '../../records/schema/editor-schema.ts'
import { readRecord } from '../../records/schema/read-record.ts'
import { freeSlug, slugOf } from '../../records/slug.ts'
import { newRecordText } from '../../records/text/new-record.ts'
import { settingsPath } from '../../workspace/place.ts'
import { teamPath } from '../../workspace/records.ts'
import { type Amount, chooseShipped } from './choose-shipped.ts'
import type { Author } from './read-author.ts'
import { settingsText } from './settings-text.ts'

type Given = {
  amount: Amount
  /** Every file that comes with the program, by path. */
  shipped: ReadonlyMap<string, string>
  author: Author
  zone: string
  /** The name of the folder that becomes a workspace. */
  folder: string
  /** Whether a file stands in that folder already. */
  isThere: (path: string) => boolean
  /** The text of a file that does. */
  textOf: (path: string) => string
}

/** What a new workspace is made of: the plan, which person its maker is, and which files of the maker's stay as they are. */
export type Start = {
  plan: Plan
  me: string
  kept: string[]
  unignored: string[]
  settings: WorkspaceSettings
}

const modeline = '# yaml-language-server: $schema=../schemas/person.json\n'

/** Decides the files of a new workspace. What stands there already is left alone and told. */
export function planStart(given: Given): Start {
  const { amount, shipped, author } = given
  const files = new Map(chooseShipped([...shipped.keys()], amount).map((path) => [path, shipped.get(path)!]))
  const me = slugForMe(files, author)
  const person = `workspace-setup/people/${me}.yaml`
  if (!files.has(person)) files.set(person, modeline + newRecordText('person', { name: author.name, emails: [author.email] }))
  if (!files.has(settingsPath)) files.set(settingsPath, settingsText(given))

  const settings = readRecord('workspace', settingsPath, files.get(settingsPath)!).value!
  const ignored = ['.dossier/', 'customers/*/documents/context/', ...(settings.personal === 'shared' ? [] : ['personal/'])]
  const fields = files.get(teamPath)
  const team = fields === undefined ? undefined : readRecord('fields', teamPath, fields).value
  for (const kind of kindNames) files.set(`workspace-setup/schemas/${kind}.json`, printEditorSchema(kind, team))
  files.set('.gitattributes', '* -text\n')
  files.set('.gitignore', `${ignored.join('\n')}\n`)

  const kept = [...files.keys()].filter(given.isThere).sort()
  return {
    plan: { subject: 'Start the workspace', edits: create(files, kept), because: `asked by ${me}` },
    me,
    kept,
    unignored: ['.gitattributes', '.gitignore'].flatMap((path) =>
      kept.includes(path) ? lacking(files, path, given.textOf(path)) : [],
    ),
    settings,
  }
}

/** The file by which the folder is known as a workspace comes last: until it stands, `init` may be repeated. */
function create(files: ReadonlyMap<string, string>, kept: readonly string[]): Edit[] {
  const paths = [...files.keys()].filter((path) => !kept.includes(path)).sort()
  const last = paths.filter((path) => path === settingsPath)
  return [...paths.filter((path) => path !== settingsPath), ...last].map((path) => ({
    do: 'create',
    path,
    text: files.get(path)!,
  }))
}

/** The lines of ours that a file of the maker's does not have, each with the name of the file. */
function lacking(files: ReadonlyMap<string, string>, path: string, theirs: string): string[] {
  const lines = new Set(theirs.split('\n').map((line) => line.trim()))
  const ours = files.get(path)!.trim().split('\n')
  return ours.filter((line) => !lines.has(line)).map((line) => `${path}: ${line}`)
}

/** The person of the sample who has this address, else a new one named after the maker. */
function slugForMe(files: ReadonlyMap<string, string>, { name, email }: Author): string {
  const people = [...files]
    .filter(([path]) => /^workspace-setup\/people\/[^/]+\.yaml$/.test(path))
    .map(([path, text]) => readRecord('person', path, text))
  const known = people.find(({ value }) => value?.emails?.some((other) => other.toLowerCase() === email.toLowerCase()))
  if (known) return known.slug
  const mailbox = email.replace(/@.*$/, '').replaceAll('.', '-')
  const identity = { identity: email, domain: mailbox }
  const taken = new Set(people.map(({ slug }) => slug.toLowerCase()))
  return freeSlug(slugOf(name, identity), (slug) => taken.has(slug), identity)
}
