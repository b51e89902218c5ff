type Tongue = { months: string[][]; marks: RegExp }

const tongue = (months: string, marks: RegExp): Tongue => ({ months: months.split(' ').map((month) => month.split('|')), marks })

/** Months as texts name them, January first, the short form after a `|`; and the little words by which a language is known. */
const tongues = [
  tongue(
    'January|Jan February|Feb March|Mar April|Apr May June|Jun July|Jul August|Aug September|Sept October|Oct November|Nov December|Dec',
    /\b(?:the|and|of|to|we|is|in|on|by|a|for|with|they|until|since)\b/gi,
  ),
  tongue(
    'january february march april may june july august september october november december',
    /\b(?:the|and|of|to|we|is)\b/gi,
  ),
  tongue(
    'Januar|Jän Februar|Febr März|Mär April|Apr Mai Juni Juli August|Aug September|Sep Oktober|Okt November|Nov Dezember|Dez',
    /\b(?:der|die|das|den|dem|und|im|am|bis|zum|vom|seit|ab|nicht|wir|ich|ist|mit|für|bitte|Anfang|Mitte|Ende|Mo|Di|Mi|Do|Fr)\b/g,
  ),
  tongue(
    'janvier|janv février|févr mars avril mai juin juillet|juil août septembre|sept octobre|oct novembre|nov décembre|déc',
    /\b(?:le|la|les|et|en|du|au|nous|est|pour|fin|début|avant|jusqu|de)\b/g,
  ),
  tongue(
    'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
    /\b(?:el|los|las|en|y|de|para|con|hasta|desde|es|que)\b/g,
  ),
  tongue(
    'januari februari maart april mei juni juli augustus september oktober november december',
    /\b(?:de|het|een|en|van|op|ik|wij|is|niet|met|voor|bij|dat|die|tot)\b/gi,
  ),
  tongue(
    'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
    /\b(?:il|la|di|e|che|per|con|non|del|entro|fine|dal)\b/gi,
  ),
  tongue(
    'januari februari mars april maj juni juli augusti september oktober november december',
    /\b(?:och|det|att|vi|är|på|till|den|för|med|som)\b/gi,
  ),
  tongue(
    'januar februar mars april mai juni juli august september oktober november desember',
    /\b(?:og|det|at|vi|er|på|til|den|for|med|som)\b/gi,
  ),
]

/** Names that also are a verb or a person's: alone they are no month, only beside a number or a word such as `in`. */
const doubtful = new Set('may june march mai mars marzo mayo maj'.split(' '))
/** Months that are a first name or a verb as well, but rarely: they count if no name follows them. */
export const likelyMonth = 'March|April|August'
const isName = (name: string) => likelyMonth.split('|').includes(name)

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

const forms = tongues.flatMap(({ months }, at) =>
  months.flatMap((names, month) =>
    [...names, ...(at < 1 || /^\p{Lu}/u.test(names[0]!) ? [] : [capital(names[0]!)])].map((name, form) => ({
      name,
      at,
      month,
      form: form >= names.length ? 'capital' : form === 0 ? 'long' : 'short',
    })),
  ),
)
const pattern = (some: typeof forms) =>
  [...new Set(some.map(({ name }) => name))].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|')

/** Patterns: any name of a month; the long ones; those that can be nothing else. */
export const anyMonth = pattern(forms)
export const longMonth = pattern(forms.filter(({ form }) => form !== 'short'))
export const plainMonth = pattern(
  forms.filter(({ form, name }) => form !== 'short' && !doubtful.has(name.toLowerCase()) && !isName(name)),
)

/** The number (0 to 11) of a month by a name that `anyMonth` found. */
export const monthOf = (name: string): number => forms.find((form) => form.name === name)!.month

/** The month of a number (0 to 11), said as another one is: in the same form, and the language of the words around it. */
export function nameMonth(month: number, like: string, around: string): string {
  const same = forms.filter(({ name }) => name === like)
  const weight = ({ at }: { at: number }) => around.match(tongues[at]!.marks)?.length ?? 0
  const { at, form } = same.reduce((best, one) => (weight(one) > weight(best) ? one : best))
  const [long = '', short = long] = tongues[at]!.months[month]!
  return form === 'long' ? long : form === 'short' ? short : capital(long)
}
