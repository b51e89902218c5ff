import { type Target, targetOf } from '../find/target.ts'
import { findSpot, type Spot } from '../text/find-spot.ts'
import type { Page } from '../text/open-page.ts'
import type { View } from '../view.ts'
import { sayCustomer } from './say-customer.ts'
import { sayField } from './say-field.ts'
import { sayActivity, sayContact, sayDeal, sayPerson } from './say-record.ts'
import { sayStage, sayWorkflow } from './say-stage.ts'

/** What is told, in Markdown, about the text between two offsets. */
export type Told = { from: number; to: number; text: string }

/** What is known of what somebody points at: a key's meaning, a customer in one line, a person, a stage's requirements. */
export function hover(view: View, page: Page, at: number): Told | undefined {
  const spot = findSpot(page, at)
  if (!spot || spot.typed === '') return undefined
  const text = spot.in === 'key' ? sayField(view, page, [...spot.path, spot.typed]) : sayNamed(view, page, spot)
  return text ? { from: spot.from, to: spot.to, text } : undefined
}

function sayNamed(view: View, page: Page, spot: Spot): string | undefined {
  const target = targetOf(view, page, spot)
  return target && sayTarget(view, target)
}

function sayTarget(view: View, { path, kind, stage }: Target): string | undefined {
  switch (kind) {
    case 'customer':
      return sayCustomer(view, path)
    case 'contact':
      return sayContact(view, path)
    case 'deal':
      return sayDeal(view, path)
    case 'activity':
      return sayActivity(view, path)
    case 'person':
      return sayPerson(view, path)
    case 'workflow':
      return stage === undefined ? sayWorkflow(view, path) : sayStage(view, path, stage)
    default:
      return undefined
  }
}
