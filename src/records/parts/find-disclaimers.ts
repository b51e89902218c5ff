/** How a line begins that may begin a disclaimer, a warning of a mail gateway, a company's particulars, or what a newsletter ends with. */
const begins =
  /^[\s*_#>|[("“-]*(?:confidential|disclaimer|privileged|important|legal|notice|caution|warning|attention|achtung|hinweis|wichtig|vertraulich|avertissement|avis|external|virus|unsubscribe|click here|registered|©|copyright|geschäftsführ|vorstand|sitz der|amtsgericht|registergericht|handelsregister|ust-?id|newsletter|[\p{L}\d&. -]{2,50}\b(?:gmbh|ag|ltd|s\.?a\.?s|inc|llc|se|kg)\b|(?:the|any|all|this|these|if|please|think|before|save|you|to|we|diese[rs]?|die|der|falls|wenn|sollten?|bitte|denken|sie|um|ce|cet|cette|ces|les?|si|merci|pensez|avant|vous|pour|se|n['’]|est[ea]|si|antes|quest[oa]|dit|deze|als|indien)(?:\s|$|['’]))/iu

/** What is said in those and hardly ever in what a person writes. */
const says: RegExp[] = [
  /\bintended (?:recipients?|addressees?)\b/i,
  /\b(?:e-?mail|message|communication|transmission)s?\b.{0,200}\b(?:confidential|privileged)\b.{0,400}\b(?:intended|addressees?|recipients?|unauthori[sz]ed|disclos\w+|dissemination|in error)\b/i,
  /\bintended (?:solely |only |exclusively )?for (?:the (?:use of the )?)?(?:named )?(?:individual|person|recipient|addressee|entity)/i,
  /\breceived (?:this|the) (?:e-?mail|message|communication|transmission).{0,30}\b(?:in error|by mistake)\b/i,
  /\bconsider (?:the environment|your environmental).{0,30}\bprint/i,
  /\bthink before you print\b/i,
  /\b(?:e-?mail|message)\b.{0,60}\b(?:scanned|checked)\b.{0,80}\b(?:virus|malware|spam)/i,
  /^\W*virus-free\b/i,
  /\boriginat\w+ (?:from )?outside (?:of )?(?:the|your|our|this) (?:organi[sz]ation|company)\b/i,
  /^\W*you(?:['’]re| are) receiving this (?:e-?mail|message|newsletter|because|since)\b/i,
  /^\W*(?:if you (?:no longer|do not|don['’]t|did not)\b.{0,80}\b(?:receive|sign up)|to (?:unsubscribe|stop receiving|opt out)\b).{0,200}\b(?:click|reply|link|visit|here|unsubscribe|https?:)/i,
  /^\W*(?:click here to )?unsubscribe\b.{0,60}(?:https?:|\bhere\b|\||\bpreferences\b)/i,
  /^\W*(?:diese|die) (?:e-?mail|nachricht|mail)\b.{0,200}\b(?:vertraulich|rechtlich geschützt)/i,
  /\bnicht der (?:richtige|beabsichtigte|vorgesehene|bestimmungsgemäße|angegebene)\w* (?:adressat|empfänger)/i,
  /\b(?:diese|die) (?:e-?mail|nachricht)\b.{0,40}\b(?:irrtümlich|versehentlich)\b/i,
  /\bumwelt\b.{0,80}(?:drucken|ausdruck)/i,
  /\b(?:sitz der gesellschaft|amtsgericht|registergericht|handelsregister)\b.{0,200}\bHR ?[AB] ?\d{2,}/i,
  /\bHR ?[AB] ?\d{2,}.{0,200}\b(?:geschäftsführ|vorstand|ust-?id|sitz)/i,
  /\b(?:newsletter|e-?mails?)\b.{0,80}\b(?:abbestellen|abmelden|austragen)\b.{0,80}(?:klick|hier|link|https?:)/i,
  /^\W*sie erhalten diese[n]? (?:e-?mail|nachricht|newsletter)\b.{0,20}\b(?:weil|da)\b/i,
  /\b(?:ce|cet|le présent) (?:message|courriel|mail|e-?mail|courrier)\b.{0,250}\b(?:confidentiel|strictement réservé|exclusivement|intention exclusive)/i,
  /\breçu (?:ce|cet) (?:message|courriel|mail|e-?mail|courrier)\b.{0,30}\bpar erreur/i,
  /\bpense[rz] à l['’]environnement\b/i,
  /\b(?:se désabonner|désabonnez-vous|se désinscrire)\b.{0,60}(?:cliquez|ici|lien|https?:)/i,
  /^\W*vous recevez (?:ce|cet|cette) (?:message|courriel|e-?mail|newsletter)\b.{0,20}\b(?:car|parce)\b/i,
  /\beste (?:mensaje|correo)\b.{0,250}\bconfidencial/i,
  /\bquest[oa] (?:messaggio|e-?mail|comunicazione)\b.{0,250}\b(?:riservat|confidenzial)/i,
  /\b(?:dit|deze) (?:bericht|e-?mail)\b.{0,250}\bvertrouwelijk/i,
]

/** A cheap look: most paragraphs hold none of these words. */
const hint =
  /confiden|privileged|intended|received|print|virus|outside|receiv|unsubscribe|opt out|vertraulich|rechtlich gesch|adressat|empfänger|irrtümlich|versehentlich|umwelt|HR ?[AB]|abbestell|abmeld|austrag|sie erhalten|réservé|exclusive|par erreur|environnement|désabonn|désinscri|vous recevez|riservat|vertrouwelijk/i

/** No longer paragraph is looked at, and of one no more beginnings: a legal text is shorter. */
const [longest, beginnings] = [2_500, 4]

/** From which of a paragraph's lines on it is a disclaimer, a gateway's warning or a newsletter's end; -1 where it is none. */
export function findDisclaimer(paragraph: readonly string[]): number {
  if (paragraph.length > 40 || !paragraph.some((line) => line.length <= longest && hint.test(line))) return -1
  const starts = paragraph.flatMap((line, n) => (line.length <= longest && begins.test(line.slice(0, 200)) ? [n] : []))
  const found = starts.slice(0, beginnings).find((n) => {
    const length = paragraph.slice(n).reduce((sum, line) => sum + line.length + 1, 0)
    if (length > longest) return false
    const rest = paragraph.slice(n).join(' ')
    return says.some((pattern) => pattern.test(rest))
  })
  return found ?? -1
}
