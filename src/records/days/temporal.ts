import type { Temporal as Polyfilled } from 'temporal-polyfill'

/** Dates and times: the engine's own where it has them (Node 26), else the polyfill, loaded only then. */
export const Temporal: typeof Polyfilled =
  (globalThis as { Temporal?: typeof Polyfilled }).Temporal ?? (await import('temporal-polyfill')).Temporal
