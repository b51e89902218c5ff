import { daysBetween } from '../records/days/calendar.ts'
import type { Activity } from '../records/kinds/activity.ts'
import { sayCount } from './say-figure.ts'
import type { Touch } from './touch.ts'

export type HealthPart = {
  name: 'recency' | 'engagement' | 'relationships' | 'momentum' | 'sentiment'
  weight: number
  /** From 0 to 100; null where there is nothing to judge by, and the other parts weigh more. */
  value: number | null
  because: string
}

/** A customer's health from 0 to 100, with what it is made of; null when nothing is known. */
export type Health = { score: number | null; byHand: boolean; parts: HealthPart[] }

/** An open deal as health looks at it: days are plain days. */
type OpenDeal = { slug: string; closeDate?: string | undefined; lastMove?: string | undefined }

type Known = {
  today: string
  /** Oldest first. */
  touches: readonly Touch[]
  /** Open deals of the customer. */
  deals: readonly OpenDeal[]
  /** What the activities that took place say of the mood, oldest first. */
  moods: readonly NonNullable<Activity['sentiment']>[]
  /** `health:` of the customer, which wins. */
  byHand?: number | undefined
}

/** What each part weighs (model.md, Touch and health). */
export const healthWeights: Record<HealthPart['name'], number> = {
  recency: 30,
  engagement: 20,
  relationships: 20,
  momentum: 15,
  sentiment: 15,
}

/** Judges a customer's health (model.md, Touch and health): a weighted mean of the parts that are known, rounded half up. */
export function healthScore(known: Known, weights = healthWeights): Health {
  const parts = [
    judgeRecency(known),
    judgeEngagement(known),
    judgeRelationships(known),
    judgeMomentum(known),
    judgeMood(known),
  ].map((part) => ({ ...part, weight: weights[part.name] }))
  if (known.byHand !== undefined) return { score: known.byHand, byHand: true, parts }
  const told = parts.filter(({ value }) => value !== null)
  const weight = told.reduce((sum, part) => sum + part.weight, 0)
  const total = told.reduce((sum, part) => sum + part.weight * part.value!, 0)
  return { score: weight > 0 ? Math.floor(total / weight + 0.5 + 1e-9) : null, byHand: false, parts }
}

type Part = Omit<HealthPart, 'weight'>

const full = 7
const none = 60

function judgeRecency({ touches, today }: Known): Part {
  const last = touches.at(-1)
  if (!last) return { name: 'recency', value: null, because: 'no touch yet' }
  const days = Math.max(0, daysBetween(last.day, today))
  const value = Math.max(0, Math.min(100, ((none - days) / (none - full)) * 100))
  return { name: 'recency', value, because: `last touch ${sayCount(days, 'day')} ago` }
}

function judgeEngagement({ touches, today }: Known): Part {
  const ages = touches.map(({ day }) => daysBetween(day, today))
  const recent = ages.filter((days) => days < 30).length
  const before = ages.filter((days) => days >= 30 && days < 120).length
  if (before === 0) return { name: 'engagement', value: null, because: 'nothing to compare with' }
  const mean = Math.round((before / 3) * 10) / 10
  const value = Math.min(100, (recent / (before / 3)) * 100)
  return { name: 'engagement', value, because: `${sayCount(recent, 'touch', 'touches')} in 30 days, ${mean} a month before` }
}

const byPeople = [0, 40, 70, 100]

/** Without any touch ever it is absent like recency: else "all absent" could not be, and every imported company were at risk. */
function judgeRelationships({ touches, today }: Known): Part {
  if (touches.length === 0) return { name: 'relationships', value: null, because: 'no touch yet' }
  const people = new Set(
    touches.filter(({ answered, day }) => answered && daysBetween(day, today) < 90).flatMap((one) => one.with),
  )
  return {
    name: 'relationships',
    value: byPeople[Math.min(people.size, 3)]!,
    because: `${sayCount(people.size, 'person', 'people')} answered in 90 days`,
  }
}

function judgeMomentum({ deals, touches, today }: Known): Part {
  if (deals.length === 0) return { name: 'momentum', value: null, because: 'no open deal' }
  const late = deals.filter(({ closeDate }) => closeDate !== undefined && closeDate < today)
  if (late.length > 0)
    return { name: 'momentum', value: 30, because: `${late.map(({ slug }) => slug).join(', ')} past the close date` }
  const isRecent = (day: string | undefined) => day !== undefined && day <= today && daysBetween(day, today) <= 21
  const isTouched = ({ slug }: OpenDeal) => touches.some(({ deal, day }) => deal === slug && isRecent(day))
  const moving = deals.find(isTouched) ?? deals.find((deal) => isRecent(deal.lastMove))
  return moving
    ? { name: 'momentum', value: 100, because: `${moving.slug} moved or was talked about in 21 days` }
    : { name: 'momentum', value: 30, because: 'no open deal was touched or moved in 21 days' }
}

const moodOf = { positive: 1, neutral: 0, negative: -1 }

function judgeMood({ moods }: Known): Part {
  const last = moods.slice(-10).map((mood) => (typeof mood === 'number' ? mood : moodOf[mood]))
  if (last.length === 0) return { name: 'sentiment', value: null, because: 'no mood noted' }
  const mean = last.reduce((sum, mood) => sum + mood, 0) / last.length
  return { name: 'sentiment', value: (mean + 1) * 50, because: `mean mood ${mean.toFixed(2)} of the last ${last.length} noted` }
}
