/** Opens the matching of phone numbers: in E.164 where a number says its country, else by its digits when there are 8 or more. */
export async function openPhoneKeys(): Promise<(written: string) => string | undefined> {
  const { parsePhoneNumberFromString } = await import('libphonenumber-js/min')
  return (written) => {
    const text = written.trim().replace(/^00(?=[1-9])/, '+')
    const number = parsePhoneNumberFromString(text)
    if (number?.isPossible()) return number.number
    const digits = text.replace(/\D/g, '')
    return digits.length >= 8 ? digits : undefined
  }
}
