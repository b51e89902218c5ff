import { setField } from '../../records/text/set-field.ts'
import { settingsPath } from '../../workspace/place.ts'
import { guessCurrency } from './guess-currency.ts'
import type { Author } from './read-author.ts'

const text = `# yaml-language-server: $schema=schemas/workspace.json
name: Us

# The version of the format these files are in; dossier migrate moves it.
format: 1

# Figures are shown in this currency; team figures and days without a person's own zone follow this clock.
currency: EUR
timezone: UTC
fiscal_year_start: 01-01
working_days: [mon, tue, wed, thu, fri]

# Whoever writes from these domains is one of us, so that mail among ourselves counts as no touch.
own_domains: []

# auto: each action is one commit; manual: committing is left to you.
commit: auto

# ignored: personal/ stays on each one's own machine; shared: git keeps it (take personal/ out of .gitignore too).
personal: ignored
`

/** Where anybody may have a mailbox: such a domain says nothing about the company. */
const forAnybody =
  /^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|web|mail|proton|protonmail|pm|fastmail|hey|zoho|yandex|qq|163|t-online|users\.noreply\.github)\.(?:[a-z.]+)$/i

/** The workspace.yaml of a new workspace, with what can be guessed about the team. `folder` is the name of its folder. */
export function settingsText({ author, zone, folder }: { author: Author; zone: string; folder: string }): string {
  const domain = author.email.replace(/^.*@/, '').toLowerCase()
  const own = forAnybody.test(domain) ? undefined : domain
  const name = own?.replace(/\..*$/, '') ?? folder
  const known = { name: capital(name) || 'Us', currency: guessCurrency(zone), timezone: zone, ...(own && { own_domains: [own] }) }
  return Object.entries(known).reduce((yaml, [key, value]) => setField(settingsPath, yaml, [key], value), text)
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
