import { gitEnv } from '../../helpers/workspace.ts'

const kept = Object.entries(gitEnv).filter(
  ([name]) => !/^(?:npm_|VITEST|NODE_|DOSSIER_|FORCE_COLOR|EDITOR$|VISUAL$|EMAIL$)/i.test(name),
)

/** A fixed hour and nobody's settings, so that a server answers alike on every machine. */
export const quietEnv: NodeJS.ProcessEnv = {
  ...Object.fromEntries(kept),
  TZ: 'UTC',
  LC_ALL: 'C',
  NO_COLOR: '1',
  DOSSIER_NOW: '2026-11-20T09:00:00Z',
}
