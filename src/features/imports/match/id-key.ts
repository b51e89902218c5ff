/** A record's id in a system as a key; Salesforce writes one id in 15 letters or in 18, of which the last three follow from the rest. */
export function idKey(system: string, id: string): string {
  const isLong = system.startsWith('salesforce') && /^[A-Za-z0-9]{15}[A-Z0-5]{3}$/.test(id)
  return `${system} ${isLong ? id.slice(0, 15) : id}`
}
