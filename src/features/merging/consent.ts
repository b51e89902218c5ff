/** Whether what a contact says about consent is a no: false, `given: false`, or a word such as opt-out. */
export const isRefusal = (consent: unknown): boolean =>
  consent === false ||
  (typeof consent === 'string' &&
    /^(?:no|none|false|never|opt(?:ed)?[ -]?out|withdrawn|revoked|refused|denied|unsubscribed?)\b/i.test(consent.trim())) ||
  (typeof consent === 'object' && consent !== null && (consent as { given?: unknown }).given === false)
