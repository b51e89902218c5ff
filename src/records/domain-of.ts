const name = /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/

const LONGEST = 2000

/** The bare ASCII domain, in small letters, that a website, URL, e-mail address or domain names; undefined for anything else. */
export function domainOf(text: string): string | undefined {
  if (text.length > LONGEST) return undefined
  const host = text
    .trim()
    .replace(/^mailto:|^[a-z][a-z0-9+.-]*:\/\/|^\/\//i, '')
    .replace(/[/?#\\][\s\S]*$/, '')
    .replace(/^.*@/, '')
    .replace(/:\d{0,5}$/, '')
    .replace(/\.$/, '')
    .toLowerCase()
    .replace(/^www\./, '')
  const ascii = /\P{ASCII}/u.test(host) ? toAscii(host) : host
  return ascii.length <= 253 && name.test(ascii) ? ascii : undefined
}

function toAscii(host: string): string {
  try {
    return /\s/.test(host) ? '' : new URL(`http://${host}/`).hostname
  } catch {
    return ''
  }
}

const free = new Set(
  [
    'gmail.com googlemail.com yahoo.com ymail.com rocketmail.com yahoo.co.uk yahoo.co.in yahoo.co.jp yahoo.fr yahoo.de yahoo.es yahoo.it',
    'yahoo.ca yahoo.com.au yahoo.com.br hotmail.com hotmail.co.uk hotmail.fr hotmail.de hotmail.es hotmail.it outlook.com outlook.de',
    'outlook.fr outlook.es live.com live.co.uk live.fr live.nl msn.com passport.com icloud.com me.com mac.com aol.com aim.com verizon.net',
    'comcast.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net juno.com shaw.ca rogers.com sympatico.ca',
    'gmx.de gmx.net gmx.com gmx.at gmx.ch web.de t-online.de freenet.de arcor.de posteo.de mailbox.org 1und1.de bluewin.ch',
    'orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr libero.it virgilio.it tiscali.it alice.it tin.it btinternet.com sky.com',
    'ntlworld.com talktalk.net virginmedia.com blueyonder.co.uk ziggo.nl planet.nl kpnmail.nl hetnet.nl telenet.be skynet.be',
    'mail.ru bk.ru inbox.ru list.ru yandex.ru yandex.com ya.ru rambler.ru ukr.net wp.pl o2.pl onet.pl interia.pl seznam.cz centrum.cz',
    'qq.com 163.com 126.com yeah.net sina.com sina.cn foxmail.com aliyun.com naver.com hanmail.net daum.net rediffmail.com',
    'bigpond.com optusnet.com.au xtra.co.nz uol.com.br bol.com.br terra.com.br ig.com.br mail.com email.com fastmail.com fastmail.fm',
    'hey.com proton.me protonmail.com protonmail.ch pm.me tutanota.com tuta.io zoho.com zohomail.com hushmail.com inbox.com duck.com',
  ]
    .join(' ')
    .split(' '),
)

/** Whether mail of a domain is given to anybody, so that it never tells which company a person works for. */
export const isFreeMail = (domain: string) => free.has(domain)

const profiles =
  /^(?:linkedin\.com|facebook\.com|fb\.com|instagram\.com|twitter\.com|x\.com|youtube\.com|tiktok\.com|xing\.com|crunchbase\.com|sites\.google\.com|medium\.com)$/

/** Whether an address is a page on a network, so that its domain is not the company's own: `linkedin.com/company/acme`. */
export function isProfilePage(text: string): boolean {
  const domain = domainOf(text)
  return (
    domain !== undefined &&
    profiles.test(domain.replace(/^[a-z]{2,3}\.(?=(?:linkedin|facebook)\.)/, '')) &&
    /\.[a-z]+\/[^/\s]/i.test(text.trim())
  )
}
