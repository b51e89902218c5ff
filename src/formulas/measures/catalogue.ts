import { accountMeasures } from './accounts.ts'
import { activityMeasures } from './activity.ts'
import { alertMeasures } from './alerts.ts'
import { dealMeasures } from './deals.ts'
import type { Measure } from './measure.ts'
import { workMeasures } from './work.ts'

/** Every figure that a report may ask for, by its name. */
export const measures: Readonly<Record<string, Measure>> = {
  ...activityMeasures,
  ...dealMeasures,
  ...workMeasures,
  ...accountMeasures,
  ...alertMeasures,
}

export const isMeasure = (name: string): boolean => Object.hasOwn(measures, name)
