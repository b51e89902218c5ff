/** What an argument or flag holds, as far as there are names to offer for it. */
export type Meaning =
  | 'customer'
  | 'account'
  | 'contact'
  | 'deal'
  | 'activity'
  | 'record'
  | 'who'
  | 'unassigned'
  | 'participants'
  | 'person'
  | 'stage'
  | 'values'
  | 'fields'
  | 'report'
  | 'rule'
  | 'tier'
  | 'across tier'
  | 'workflow'
  | 'query'
  | 'query values'
  | 'import map'
  | 'activity type'
  | 'part'
  | 'file'
  | 'folder'
  | 'words'
  | 'free'

/** By the name of an argument or flag, or by command and name where the same word means something else. */
const meanings: Record<string, Meaning> = {
  activity: 'activity',
  contact: 'contact',
  customer: 'customer',
  cwd: 'folder',
  deal: 'deal',
  dir: 'folder',
  field: 'fields',
  fields: 'fields',
  files: 'file',
  into: 'record',
  map: 'import map',
  out: 'file',
  owner: 'person',
  path: 'part',
  paths: 'file',
  person: 'person',
  record: 'record',
  rule: 'rule',
  sort: 'fields',
  stage: 'stage',
  task: 'words',
  text: 'words',
  tier: 'tier',
  to: 'person',
  type: 'activity type',
  user: 'person',
  values: 'values',
  who: 'who',
  with: 'participants',
  workflow: 'workflow',
  'assign record': 'unassigned',
  'contact merge from': 'contact',
  'contact move to': 'customer',
  'context for': 'across tier',
  'customer merge from': 'customer',
  'handover from': 'person',
  'handover whose': 'account',
  'list query': 'query',
  'list values': 'query values',
  'migrate to': 'free',
  'report run name': 'report',
}

/** What an argument or flag of a command means. */
export function meaningOf(command: string, name: string): Meaning {
  const meaning = meanings[`${command} ${name}`] ?? meanings[name] ?? 'free'
  return meaning === 'record' ? ownKind(command) : meaning
}

/** `contact set RECORD` is about a contact. */
const ownKind = (command: string): Meaning =>
  (['customer', 'contact', 'deal', 'activity'] as const).find((kind) => command.startsWith(`${kind} `)) ?? 'record'
