import type { MailKind } from './mail.ts'

/** What of a mail tells its kind: its headers by their names in small letters, and the types of its parts. */
export type Headed = { header: (name: string) => string; subject: string; from: string; parts: readonly string[] }

const failed =
  /\b(?:undeliver(?:able|ed)|not delivered|un?able to deliver|delivery (?:status|failure|failed|has failed|problem|report)|mail delivery|returned (?:mail|to sender)|failure notice|delivery .{0,30}failed|could not be (?:delivered|sent)|unzustellbar|nicht zugestellt|non remis|échec|mail system error|error sending your mail|nondeliverable|message delivery|warning: could not send|user unknown|rejected|bounced?)\b/iu
const robot = /^(?:mailer[-_.]?daemon|postmaster|mail[-_]?delivery|bounces?|mdaemon|.*-bounces?|mta|ses-bounce)(?:[+=-].*)?@/i
const away =
  /^(?:(?:re|aw|antw|fwd?)\s?:\s*)?(?:\[?auto(?:matic(?:ally)?|mated)?\]?[ -]?(?:re(?:ply|sponse|sponder)|generated)|autoreply|out of (?:the )?office|away from|on (?:vacation|holiday|leave)|vacation\b|ooo\b|abwesend|abwesenheit|automatische (?:antwort|abwesenheit)|ich bin (?:nicht im|abwesend)|réponse automatique|absen(?:ce|t) du bureau|respuesta automática|fuera de (?:la )?oficina|risposta automatica|fuori ufficio|automatisch antwoord|afwezig|自動応答|自動返信|不在)/iu

/** Tells the kind of a mail by its headers (RFC 3464, 3834, 5965, 2369), and where these are silent by its sender and subject. */
export function judgeMail({ header, subject, from, parts }: Headed): MailKind {
  const [type, submitted] = [header('content-type').toLowerCase(), header('auto-submitted').toLowerCase()]
  if (/report-type="?feedback-report/.test(type) || parts.includes('message/feedback-report')) return 'complaint'
  const isReport = /report-type="?delivery-status/.test(type) || parts.includes('message/delivery-status')
  const isNameless = header('return-path').trim() === '<>' || robot.test(from) || from === ''
  if (isReport || header('x-failed-recipients') !== '' || (isNameless && failed.test(subject))) return 'bounce'
  if (robot.test(from) && !away.test(subject)) return 'bounce'
  const answers = header('x-autoreply') || header('x-autorespond') || header('x-autoresponse')
  if (
    answers ||
    /^auto-(?:replied|notified)/.test(submitted) ||
    /auto[_-]reply/i.test(header('precedence')) ||
    away.test(subject)
  )
    return 'auto-reply'
  if (header('list-unsubscribe') || header('list-id') || /^\s*(?:bulk|list|junk)/i.test(header('precedence'))) return 'newsletter'
  return submitted.startsWith('auto-generated') ? 'newsletter' : 'mail'
}

/** Who did not get a mail, by the part of a bounce that programs read (RFC 3464), else by what other systems write. */
export function readFailed(status: string, others: string): { address: string; status?: string; reason?: string }[] {
  const groups = status.split(/\r?\n\s*\r?\n/).slice(0, 100)
  const found = groups.flatMap((group) => {
    const field = (name: string) =>
      new RegExp(`^${name}:[ \\t]*(.*(?:\\r?\\n[ \\t].*)*)`, 'im').exec(group)?.[1]?.replace(/\s+/g, ' ').trim()
    const address = /[^\s<>;,]+@[^\s<>;,]+/.exec(field('final-recipient') ?? field('original-recipient') ?? '')?.[0]
    const [code, reason] = [field('status'), field('diagnostic-code')?.replace(/^[\w-]+;\s*/, '')]
    return address
      ? [{ address: address.toLowerCase(), ...(code && { status: code }), ...(reason && { reason: reason.slice(0, 200) }) }]
      : []
  })
  if (found.length > 0) return found
  return [...others.matchAll(/[^\s<>;,]+@[^\s<>;,]+/g)].slice(0, 20).map(([address]) => ({ address: address.toLowerCase() }))
}
