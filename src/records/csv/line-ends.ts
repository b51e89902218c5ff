/** How the rows of a text end; newlines inside quotes do not count. */
export function lineEnds(text: string): 'LF' | 'CRLF' | 'CR' | 'mixed' {
  const outside = text.split('"').filter((_, part) => part % 2 === 0)
  const kinds = new Set(outside.flatMap((part) => part.match(/\r\n|\r|\n/g) ?? []))
  if (kinds.size > 1) return 'mixed'
  return kinds.has('\r\n') ? 'CRLF' : kinds.has('\r') ? 'CR' : 'LF'
}
