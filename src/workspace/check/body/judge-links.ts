import { nearest } from '../../../records/nearest.ts'
import type { Problem } from '../../../records/problem.ts'
import { placeOf } from '../../../records/text/front-matter.ts'
import { whole } from '../found.ts'
import type { Known } from '../known.ts'
import { findLinks } from './find-links.ts'
import { follow, isThere, leadsSomewhere } from './lead-to.ts'

/** Texts in which `[[…]]` is a link: those about customers, and a seller's own. Elsewhere it may be a place to fill in. */
const hasWikilinks = /^(?:customers\/(?!templates\/|workflows\/|prospects\/)[^/]+|personal)\//

/** Links of a running text that lead nowhere. `from` is where the text begins in the file. */
export function judgeLinks(path: string, text: string, from: number, known: Known): Problem[] {
  if (!path.endsWith('.md')) return []
  return findLinks(text, from).flatMap(({ wiki, target, at }): Problem[] =>
    wiki
      ? judgeWiki(path, target, placeOf.bind(undefined, text, at), known)
      : judgePlain(path, target, placeOf.bind(undefined, text, at), known),
  )
}

type Place = () => { line: number; column: number }

function judgeWiki(path: string, written: string, place: Place, known: Known): Problem[] {
  const target = written.replace(/\\$/, '').trim().replace(/^\//, '')
  if (!hasWikilinks.test(path) || !/^[\p{L}\p{N}._].*\p{L}|^\p{L}/u.test(target) || isElsewhere(target)) return []
  if (leadsSomewhere(target, path, known)) return []
  const [first = ''] = target.split('/')
  const near = known.customers.length < 500 || known.looks.left-- > 0 ? nearest(first, known.customers) : []
  const expected = near.length > 0 ? `a path, or one of ${near.join(', ')}` : '[[customer]], [[customer/contact]] or a path'
  return [whole(path, 'wikilink-broken', `[[${target}]] leads nowhere.`, expected, place())]
}

function judgePlain(path: string, written: string, place: Place, known: Known): Problem[] {
  const target = decoded(written.replace(/[#?].*$/, ''))
  if (target === '' || isElsewhere(written) || !isFile(target)) return []
  const folder = target.startsWith('/') ? '' : path.slice(0, path.lastIndexOf('/'))
  const leads = follow(folder, target)
  if (leads === undefined || isThere(leads, known)) return []
  return [
    whole(
      path,
      'link-broken',
      `The link to ${target} leads to ${leads}, which is not there.`,
      'the path from this folder',
      place(),
    ),
  ]
}

/** Addresses of other systems, and places to fill in. */
const isElsewhere = (target: string) => /^(?:[a-z][a-z0-9+.-]*:|\/\/|www\.)|\{\{|\}\}|\$\{/i.test(target)

/** Written as a path: an address without its https:// is none. */
const isFile = (target: string) => {
  if (/^\.{0,2}\//.test(target)) return true
  const [first = '', ...rest] = target.split('/')
  if (rest.length > 0) return !/\.[a-z]{2,}$/i.test(first)
  return /\.(?:md|ya?ml|pdf|docx?|xlsx?|pptx?|png|jpe?g|svg|txt|csv|eml|ics|vcf)$/i.test(target)
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}
