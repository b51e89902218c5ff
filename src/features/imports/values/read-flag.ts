const yes = new Set('1 true yes y x t on ja oui si sí wahr vrai verdadero ✓ ✔ checked 1.0'.split(' '))
const no = new Set('0 false no n f off nein non falsch faux falso unchecked 0.0 -'.split(' '))

/** A yes or no as exports write it; undefined for any other word. */
export function readFlag(text: string): boolean | undefined {
  const word = text.toLowerCase()
  return yes.has(word) ? true : no.has(word) ? false : undefined
}
