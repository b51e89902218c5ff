/** The named characters that mails are written with; others stay as they are. */
const named: Record<string, string> = Object.fromEntries(
  [
    'amp=& lt=< gt=> quot=" apos=\' nbsp=  copy=© reg=® trade=™ hellip=… mdash=— ndash=– lsquo=‘ rsquo=’ sbquo=‚ ldquo=“ rdquo=”',
    'bdquo=„ laquo=« raquo=» lsaquo=‹ rsaquo=› bull=• middot=· euro=€ pound=£ yen=¥ cent=¢ sect=§ para=¶ deg=° plusmn=± times=×',
    'divide=÷ frac12=½ frac14=¼ frac34=¾ sup2=² sup3=³ micro=µ shy= zwnj= zwj= ensp=  emsp=  thinsp=  iexcl=¡ iquest=¿ ordf=ª ordm=º',
    'Agrave=À Aacute=Á Acirc=Â Atilde=Ã Auml=Ä Aring=Å AElig=Æ Ccedil=Ç Egrave=È Eacute=É Ecirc=Ê Euml=Ë Igrave=Ì Iacute=Í Icirc=Î',
    'Iuml=Ï Ntilde=Ñ Ograve=Ò Oacute=Ó Ocirc=Ô Otilde=Õ Ouml=Ö Oslash=Ø Ugrave=Ù Uacute=Ú Ucirc=Û Uuml=Ü szlig=ß agrave=à aacute=á',
    'acirc=â atilde=ã auml=ä aring=å aelig=æ ccedil=ç egrave=è eacute=é ecirc=ê euml=ë igrave=ì iacute=í icirc=î iuml=ï ntilde=ñ',
    'ograve=ò oacute=ó ocirc=ô otilde=õ ouml=ö oslash=ø ugrave=ù uacute=ú ucirc=û uuml=ü yuml=ÿ larr=← rarr=→ uarr=↑ darr=↓ check=✓',
  ].flatMap((line) =>
    line.split(/ (?=\w+=)/).map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  ),
)

/** A text with the characters that HTML names or numbers; what is no character is the sign for a broken one. */
export const decodeEntities = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,8}));?/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? named[name.toLowerCase()] ?? whole
      const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal)
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\uFFFD'
    },
  )
