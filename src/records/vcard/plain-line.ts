/**
 * A line of vCard as ical.js takes it: of 2.1, `TEL;CELL:` has a type and quoted-printable is spelt out; a semicolon that was escaped
 * where it parts nothing stands for itself.
 */
export function plainLine(written: string): string {
  const colon = valueAt(written)
  if (colon < 0) return written
  const [name = '', ...params] = written.slice(0, colon).split(';')
  const isInParts = /^(?:.*\.)?(?:n|org|adr)$/i.test(name)
  const value = isInParts
    ? written.slice(colon + 1)
    : written.slice(colon + 1).replace(/\\([\\;])/g, (pair, sign) => (sign === ';' ? ';' : pair))
  const line = written.slice(0, colon + 1) + value
  const isQuoted = params.some((param) => /^(?:encoding=)?quoted-printable$/i.test(param))
  const charset = params.map((param) => /^charset=([\w-]+)$/i.exec(param)?.[1]).find(Boolean)
  if (!isQuoted && !charset && params.every((param) => param.includes('='))) return line
  const kept = params
    .filter((param) => !/^(?:(?:encoding=)?(?:quoted-printable|7bit|8bit)|charset=.*)$/i.test(param))
    .map((param) => (param.includes('=') ? param : `TYPE=${param}`))
  return `${[name, ...kept].join(';')}:${isQuoted ? spellOut(value, charset) : value}`
}

/** Where the value begins: at the first colon that is not between quotes. */
function valueAt(line: string): number {
  let isQuoted = false
  for (let n = 0; n < line.length; n++) {
    if (line[n] === '"') isQuoted = !isQuoted
    if (line[n] === ':' && !isQuoted) return n
  }
  return -1
}

function spellOut(value: string, charset = 'utf-8'): string {
  const bytes = Uint8Array.from(
    value.replace(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    (letter) => letter.charCodeAt(0) & 255,
  )
  try {
    return new TextDecoder(charset).decode(bytes).replace(/\r?\n/g, '\\n')
  } catch {
    return new TextDecoder().decode(bytes).replace(/\r?\n/g, '\\n')
  }
}
