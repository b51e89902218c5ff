/** What stands in a text where a secret stood. */
const removed = '[secret removed]'

/** A cheap look: most texts hold none of these, and are not looked at again. */
const hint =
  /-----BEGIN|\b(?:A[KS]IA|AIza|gh[pousr]_|github_pat_|gl(?:pat|sa)[-_]|xox[abeoprs]-|xapp-|[spr]k[-_]|whsec_|SG\.|npm_|pypi-|hf_|pat-|ya29|eyJ|Bearer|Basic|GOCSPX|do[op]_v1|ntn_|lin_api|dapi|dckr_|shp|hvs\.|ATATT|AGE-|SK[\da-f]{8}|PIN|login|credentials|zugangsdaten)|:AA|webhooks|hooks\.|[?&](?:sig|code|auth)|:\/\/[^\s/@]*:|pass|pwd|secret|token|key|kennwort|wachtwoord|senha|contraseña|mot de passe|密码|パスワード/i

type Shape = [what: string, pattern: RegExp]

/** Things that are secret by their shape alone. */
const shapes: Shape[] = [
  [
    'private key',
    /-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----|$(?![\s\S]))/g,
  ],
  ['AWS key', /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g],
  ['Google key', /\bAIza[\w-]{30,}|\bGOCSPX-[\w-]{20,}/g],
  ['GitHub token', /\bgh[pousr]_[A-Za-z0-9]{20,}\b|\bgithub_pat_\w{20,}\b/g],
  ['GitLab or Grafana token', /\bglpat-[\w-]{16,}|\bglsa_\w{20,}/g],
  ['Slack token', /\bxox[abeoprs]-[\w-]{10,}|\bxapp-[\w-]{10,}/g],
  [
    'webhook address',
    /\bhttps:\/\/(?:hooks\.slack\.com\/(?:services|workflows|triggers)|(?:\w+\.)?discord(?:app)?\.com\/api\/webhooks)\/[\w/-]{16,}/g,
  ],
  [
    'key of a model service',
    /\bsk-(?:(?:ant|proj|or)-[\w-]{20,}|(?=[\w-]{0,80}?(?=[A-Za-z]{0,15}\d)[A-Za-z0-9]{16})[\w-]{20,})/g,
  ],
  ['payment key', /\b[srp]k_(?:live|test)_\w{10,}|\bwhsec_\w{16,}/g],
  ['mail or message service key', /\bSG\.[\w-]{16,}\.[\w-]{16,}|\bSK[\da-f]{32}\b/g],
  ['package registry token', /\bnpm_[A-Za-z0-9]{30,}|\bpypi-AgE[\w-]{27,}|\bhf_[A-Za-z0-9]{25,}|\bdckr_pat_[\w-]{20,}/g],
  ['CRM token', /\bpat-[a-z]{2,3}\d?-[\da-f-]{20,}/gi],
  ['Google access token', /\bya29\.[\w-]{20,}/g],
  ['JSON web token', /\beyJ[\w-]{8,2000}\.eyJ[\w-]{8,16000}\.[\w-]{8,}/g],
  [
    'cloud or service token',
    /\bdo[op]_v1_\w{32,}|\b(?:secret|ntn)_[A-Za-z0-9]{30,}|\blin_api_\w{20,}|\bdapi[\da-f]{32}\b|\bshp(?:at|ca|pa|ss)_[\da-f]{24,}/g,
  ],
  ['vault or bot token', /\bhvs\.[\w-]{20,}|\bATATT[\w-]{20,}={0,2}\w*|\bAGE-SECRET-KEY-1[A-Z0-9]{30,}|\b\d{8,10}:AA[\w-]{30,}/g],
]

const password =
  '(?:(?<!\\p{L})pass|password|passwort|passphrase|passcode|passwd|pwd|kennwort|wachtwoord|senha|contraseña|mot de passe|密码|パスワード)'
/** Marks of Markdown and quotes around a name or before a value. */
const marks = '[*_`"\'”]{0,3}'
const sign = `${marks}[ \\t]*(?:(?:is|ist|lautet|est|es)[ \\t]*)?(?:[:=：|]|=>)${marks}[ \\t]*\\n?[ \\t>]*`
/** What is said of a password instead of it. */
const noSecret =
  '(?:required|optional|unknown|forgotten|pending|expired|changed|unchanged|protected|reset|later|follows|separately|missing|attached|unbekannt|vergessen|folgt|n\\/a|tbd|\\[secret|\\*{3,}|\\d{1,3}(?:[.,]\\d+)?%)'

/** Secrets that are known by what stands before them; the first group stays. */
const named: Shape[] = [
  ['password in an address', /(:\/\/[^\s/:@]{0,100}:)[^\s/]{1,200}(?=@[^\s/@]+)/g],
  ['bearer token', /\b(Bearer\s+)[\w.~+/=-]{16,}/gi],
  ['basic authorization', /\b(Basic\s+)[A-Za-z0-9+/]{16,}={0,2}/g],
  ['password after its name', new RegExp(`(${password}${sign}"(?!\\[secret))[^"\\n]{4,100}(?=")`, 'giu')],
  [
    'password after its name',
    new RegExp(
      `(${password}${sign}${marks})(?!${noSecret})(?=\\S{0,80}(?:\\d|[-!@#$%^&*+=?_][^\\s*_\`.]))[^\\s|]{4,200}(?<![.,;:)\\]"'\`*])`,
      'giu',
    ),
  ],
  [
    'password after its name',
    new RegExp(
      `(${password.replace('(?<!\\p{L})pass|', '')}${sign}${marks})(?!${noSecret})[^\\s|]{5,200}(?<![.,;:)\\]"'\`*])(?=[*_\`"'.]{0,3}[ \\t]*(?:\\||$))`,
      'gimu',
    ),
  ],
  [
    'password that is said',
    new RegExp(
      `(${password}${marks}[ \\t]+(?:is|ist|lautet|est|es)[ \\t]+${marks})(?!${noSecret})(?=\\S{0,80}(?:\\d|[!@#$%^&*+=?_][\\p{L}\\d]))\\S{5,200}(?<![.,;:)\\]"'\`*])`,
      'giu',
    ),
  ],
  [
    'password after its name',
    /(\b(?:password|passwort|kennwort|passcode|pwd)[ \t]+)(?=[^\s\d]{0,40}\d)(?=[^\sa-z]{0,40}[a-z])[\w!@#$%^&*+=]{6,64}(?![\w-])/gi,
  ],
  [
    'password of a login',
    /(\b(?:login|credentials|creds|zugangsdaten)[ \t]*[:=][ \t]*[^\s/:]{1,80}[ \t]*[/:][ \t]*)(?=[^\s\d]{0,40}\d)(?=[^\sa-z]{0,40}[a-z])[^\s/]{6,64}/gi,
  ],
  ['PIN', /(\bPIN[ \t]*(?:[:=]|\bis\b)[ \t]*)\d{4,8}\b/g],
  [
    'key after its name',
    /((?:api|access|secret|private|client|auth|signing|encryption|account|shared)[\s_-]?(?:access[\s_-]?)?(?:key|secret|token)(?:[\s_-]?id)?["'*`]{0,3}\s*(?:[:=：|]|\bis\b)\s*["'`]?)(?!\[secret)(?=[^\s"'`]{0,80}\d)(?=[\w.~+/=-]{24}|[\w.~+/=-]{0,40}?(?=[A-Za-z]{0,12}\d)[A-Za-z0-9]{8})[\w.~+/=-]{8,}/gi,
  ],
  ['token after its name', /((?:secret|token)["'*`]{0,3}\s*[:=：|]\s*["'`]?)(?!\[secret)(?=[^\s"'`]{0,80}\d)[\w.~+/=-]{12,}/gi],
  ['signature in an address', /([?&](?:key|sig|signature|auth|code)=)(?=[^\s&\d]{0,80}\d)[\w.~%+/=-]{16,}/gi],
]

/** A secret that was taken out: its kind, and its line from 1 in the text. Whoever tells of it tells no more than these. */
export type FoundSecret = { what: string; line: number; secret: string }

/** A text without keys, tokens and passwords, and what they were. Lines stay where they are. */
export function removeSecrets(text: string): { text: string; found: FoundSecret[] } {
  if (!hint.test(text)) return { text, found: [] }
  const found: FoundSecret[] = []
  const take = (left: string, [what, pattern]: Shape, keeps: boolean) => {
    const lineAt = countLines(left)
    return left.replace(pattern, (whole: string, ...rest: unknown[]) => {
      const kept = keeps ? String(rest[0]) : ''
      const secret = whole.slice(kept.length)
      found.push({ what, line: lineAt(Number(rest[keeps ? 1 : 0]) + kept.length), secret })
      return `${kept}${removed}${'\n'.repeat(secret.split('\n').length - 1)}`
    })
  }
  const bare = shapes.reduce((left, shape) => take(left, shape, false), text)
  const left = named.reduce((rest, shape) => take(rest, shape, true), bare)
  return { text: left, found: found.sort((a, b) => a.line - b.line) }
}

/** Says the line of offsets that are asked for in order. */
function countLines(text: string) {
  let [line, from] = [1, 0]
  return (offset: number) => {
    for (let at = text.indexOf('\n', from); at >= 0 && at < offset; at = text.indexOf('\n', from)) {
      line++
      from = at + 1
    }
    return line
  }
}

/** Where a text holds secrets, in order: `sure` by their shape alone, else by what stands before them. */
export function findSecrets(text: string): { at: number; sure: boolean }[] {
  if (!hint.test(text)) return []
  const found: { at: number; sure: boolean }[] = []
  let bare = text
  for (const [, shape] of shapes)
    bare = bare.replace(shape, (whole, at: number) => {
      found.push({ at, sure: true })
      return whole.replace(/[^\n]/g, '*')
    })
  for (const [, shape] of named)
    bare = bare.replace(shape, (whole: string, kept: string, at: number) => {
      const secret = whole.slice(kept.length)
      if (!/^\**$/.test(secret)) found.push({ at: at + kept.length, sure: false })
      return kept + secret.replace(/[^\n]/g, '*')
    })
  return found.sort((a, b) => a.at - b.at)
}
