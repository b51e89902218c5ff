/** What stands in a text where a secret stood. */
const removed = '[secret removed]'

/** A cheap look: most texts hold none of these, and are not looked at again. */
const hint =
  /-----BEGIN|\b(?:A[KS]IA|AIza|gh[pousr]_|github_pat_|glpat-|xox[abeoprs]-|[spr]k[-_]|SG\.|npm_|pypi-|hf_|pat-|ya29|eyJ|Bearer|Basic)|:\/\/[^\s/@]*:|pass|pwd|secret|token|key|kennwort|contraseña|mot de passe|密码|パスワード/i

/** Things that are secret by their shape alone. */
const shapes: RegExp[] = [
  /-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----|$(?![\s\S]))/g,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
  /\bAIza[\w-]{30,}/g,
  /\bgh[pousr]_[A-Za-z0-9]{20,}\b|\bgithub_pat_\w{20,}\b/g,
  /\bglpat-[\w-]{16,}/g,
  /\bxox[abeoprs]-[\w-]{10,}/g,
  /\bsk-(?:ant-|proj-|or-)?[\w-]{20,}/g,
  /\b[srp]k_(?:live|test)_\w{10,}/g,
  /\bSG\.[\w-]{16,}\.[\w-]{16,}/g,
  /\bnpm_[A-Za-z0-9]{30,}|\bpypi-[\w-]{30,}|\bhf_[A-Za-z0-9]{25,}/g,
  /\bpat-[a-z]{2,3}\d?-[\da-f-]{20,}/gi,
  /\bya29\.[\w-]{20,}/g,
  /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/g,
]

/** Secrets that are known by what stands before them; the first group stays. */
const named: RegExp[] = [
  /(:\/\/[^\s/:@]{0,100}:)[^\s/@]{1,200}(?=@)/g,
  /\b(Bearer\s+)[\w.~+/=-]{16,}/gi,
  /\b(Basic\s+)[A-Za-z0-9+/]{16,}={0,2}/g,
  /((?:pass(?:word|wort|phrase|wd)?|passwd|pwd|kennwort|contraseña|mot de passe|密码|パスワード)["']?\s*(?:[:=：]|\bis\b|\bist\b)\s*["'`]?)(?!\[secret)(?=[^\s"'`]{0,80}[\d!@#$%^&*+=?_-])[^\s"'`,;]{5,}/gi,
  /((?:api|access|secret|private|client|auth|signing|encryption)[\s_-]?(?:key|secret|token)(?:[\s_-]?id)?["']?\s*(?:[:=：]|\bis\b)\s*["'`]?)(?!\[secret)(?=[^\s"'`]{0,80}\d)[\w.~+/=-]{8,}/gi,
  /(\b(?:secret|token)["']?\s*[:=：]\s*["'`]?)(?!\[secret)(?=[^\s"'`]{0,80}\d)[\w.~+/=-]{12,}/gi,
]

/** A text without keys, tokens and passwords, and how many there were. Lines stay where they are. */
export function removeSecrets(text: string): { text: string; count: number } {
  if (!hint.test(text)) return { text, count: 0 }
  let count = 0
  const put = (whole: string, kept = '') => {
    count++
    return `${kept}${removed}${'\n'.repeat(whole.split('\n').length - 1)}`
  }
  const bare = shapes.reduce((left, shape) => left.replace(shape, (whole) => put(whole)), text)
  return { text: named.reduce((left, shape) => left.replace(shape, (whole, kept: string) => put(whole, kept)), bare), count }
}
