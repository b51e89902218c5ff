/** The hash of a text or bytes, in hex. Opened when first needed: node:crypto takes 5 ms, and reading commands need no hash. */
export const hashOf = (algorithm: 'sha1' | 'sha256', ...parts: (string | Uint8Array)[]): string => {
  const hash = process.getBuiltinModule('node:crypto').createHash(algorithm)
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}
