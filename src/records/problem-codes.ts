import type { Problem } from './problem.ts'

type Severity = Problem['severity']
type Entry = readonly [severity: Severity, what: string, mend: string, byTime?: 'by time']

/** Every kind of problem: how grave it is unless checks.yaml says otherwise, what it says, how it is mended, and whether it comes by time alone. */
export const problemCodes = {
  // Files
  'file-unreadable': ['error', 'A file or folder cannot be read.', 'give yourself permission, or mend the link'],
  'file-not-text': ['error', 'A Markdown or YAML file is not UTF-8 text.', 'save it as UTF-8; attachments belong in documents/'],
  'file-too-big': ['error', 'A Markdown or YAML file is over 4 MB, so it is not read.', 'split it, or move it to documents/'],
  'file-outside': ['error', 'A link leads out of the workspace, so it is not followed.', 'put the file itself there'],
  'file-stray': ['warning', 'A file lies where no record is read.', 'move it to the place that is named'],
  'merge-conflict': ['error', 'Both sides of a merge stand in the file.', 'keep the lines that hold'],
  'name-clash': [
    'error',
    'Two names differ only in capital letters or in how accents are encoded; Windows and macOS keep one.',
    'rename one',
  ],
  'slug-invalid': ['warning', 'A record has a name that is no slug.', 'small letters, digits and hyphens, at most 60'],
  'activity-name': [
    'warning',
    "An activity's file name does not say when it was and what.",
    'a name such as 2026-11-02-1000-call-pricing-k3f9.md',
  ],
  'customer-missing': ['error', 'A folder of a customer has no customer.md.', 'write customer.md, or move the files'],
  unassigned: ['warning', 'A record belongs to no customer yet.', 'dossier assign RECORD CUSTOMER'],
  'document-missing': [
    'warning',
    'A .meta.yaml describes a document that is not there.',
    'put the document beside it, or name it in file:',
  ],
  'schema-outdated': ['warning', 'A schema for editors is not the one the program makes today.', 'dossier schemas'],
  // Front matter and fields
  yaml: ['error', 'The YAML cannot be read.', 'what the problem says is expected at that place'],
  'yaml-doubtful': ['warning', 'The YAML can be read, but says something unusual.', 'write the value in quotes'],
  'yaml-not-keys': ['error', 'The front matter is not a list of keys and values.', 'lines such as name: Acme'],
  'front-matter-open': ['error', 'The front matter is not closed.', 'a line of --- after the last key'],
  'number-too-long': ['warning', 'A number has more digits than are kept.', 'the number in quotes'],
  'value-missing': ['error', 'A field that every record of its kind needs is absent.', 'write the field'],
  'value-type': ['error', 'A value is not of the type its field holds.', 'a value as the problem says'],
  'value-choice': ['error', 'A value is not one of the choices of its field.', 'one of the choices'],
  'value-range': ['error', 'A number lies outside of what its field may hold, such as a probability over 1.', 'a number within'],
  'value-form': ['warning', 'A value is understood, but written otherwise than it should be.', 'the value as it was read'],
  'unknown-key-typo': ['warning', 'A key is within two letters of a known one.', 'the known key, or a name further from it'],
  'time-zone-unknown': ['error', 'There is no such time zone.', 'a name such as Europe/Berlin'],
  // References
  'reference-missing': [
    'error',
    'A record names a person, customer, contact or deal that is not there.',
    'one of the names that are there',
  ],
  'person-alias': ['warning', 'A person is named otherwise than by slug.', 'the slug'],
  'people-missing': ['warning', 'Records name people, and there are none yet.', 'a file such as workspace-setup/people/ada.yaml'],
  'wikilink-broken': ['warning', 'A [[link]] in a text leads nowhere.', '[[customer]], [[customer/contact]] or a path'],
  'link-broken': ['warning', 'A relative Markdown link leads to no file of the tree.', 'the path from this folder'],
  'source-missing': ['warning', 'A source or an evidence is a path that leads nowhere.', 'the path from the root'],
  'redirect-broken': ['error', 'A stub says a record went where it is not.', 'the path to where it went'],
  'identity-twice': [
    'warning',
    'Two records claim one domain, e-mail, external id or source.',
    'dossier customer merge, or one record who has it',
  ],
  'episode-lost': ['warning', 'An open episode is about a rule or a record that is gone.', 'status: resolved'],
  // Stages, dates, amounts
  'deal-stage-unknown': ['error', 'The workflow of a deal has no such stage.', 'the id of a stage'],
  'customer-stage-unknown': ['error', 'The workflow of a customer has no such stage.', 'the id of a stage'],
  'stage-requirement': [
    'warning',
    'A record does not meet what its stage requires.',
    'the field that is named, or an earlier stage',
  ],
  'stage-twice': ['error', 'A workflow has two stages of one id.', 'each id once'],
  'workflow-unknown': [
    'error',
    'A record names a workflow that is not there, or about another kind.',
    'a workflow of customers/workflows',
  ],
  'workflow-missing': ['warning', 'Records have a stage, and there is no workflow about them.', 'a file in customers/workflows'],
  'next-step-missing': ['warning', 'An open deal has no next step.', 'next_step, with next_step_date'],
  'next-step-past': ['warning', "The day of an open deal's next step has passed.", 'the next step from here', 'by time'],
  'close-date-past': [
    'warning',
    'The expected closing day of an open deal has passed.',
    'a day to come, or the stage it ended in',
    'by time',
  ],
  'dates-order': ['warning', 'Of two dates the first comes after the second.', 'the dates in order'],
  'amount-sum': ['warning', 'The amount of a deal is not the sum of its lines.', 'the sum, or the lines that are missing'],
  'amount-impossible': [
    'error',
    'An amount is below zero, or a quantity not above it.',
    'an amount from 0 up, a quantity above 0',
  ],
  'quota-period': ['warning', 'A file of goals is not named after a fiscal period.', 'a name such as 2026-Q4.yaml'],
  'quota-team-unknown': ['warning', 'Goals are set for a team nobody is in.', 'a team of workspace-setup/people'],
  // Secrets
  secret: [
    'error',
    'A key or token stands in the tree, where everybody who has the tree can read it.',
    'take it out, and have a new one made',
  ],
  'secret-likely': ['warning', 'What reads like a password or a key stands in the tree.', 'take it out, and have a new one made'],
  // What a team sets up
  condition: ['error', 'A CEL condition cannot be used.', 'one of the names that exist'],
  rule: ['error', 'A rule cannot be used.', 'what the problem says is expected'],
  'rule-doubtful': ['warning', 'A rule says something unusual.', 'what the problem says is expected'],
  query: ['error', 'A named query cannot be used.', 'one of the names that exist'],
  'rule-twice': ['error', 'Two rules have one name.', 'another name'],
  template: ['error', 'A template of a report or a context cannot be filled.', 'one of the names that exist'],
  'template-silent': ['warning', 'A template of a context prints nothing it is given.', '{{#each sections}} … {{text}}'],
  'figure-unknown': ['error', 'A report asks for a figure nobody knows.', 'a figure of reporting/templates/README.md'],
  'check-unknown': ['error', 'A line of checks.yaml names a code that is none.', 'a code of this table'],
  'assertion-twice': ['error', 'Two assertions of assertions.yaml have one name.', 'another name'],
  assertion: [
    'error',
    'A record is not as assertions.yaml says it must be; the code ends in the name, as in assertion/has-buyer.',
    'what the assertion requires',
  ],
} as const satisfies Record<string, Entry>

export type ProblemCode = keyof typeof problemCodes | `assertion/${string}`

/** How grave a problem is unless a team says otherwise. */
export const usualSeverity = (code: ProblemCode): Severity => problemCodes[rootOf(code)][0]

/** Whether it can come about without anybody changing a file. */
export const comesByTime = (code: ProblemCode): boolean => (problemCodes[rootOf(code)] as Entry)[3] !== undefined

const rootOf = (code: ProblemCode) => (code.startsWith('assertion/') ? 'assertion' : code) as keyof typeof problemCodes
