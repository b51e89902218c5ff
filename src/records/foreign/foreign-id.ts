import { hashOf } from '../hash.ts'

/** An identity from outside as `source:` keeps it: itself where it is plain, else its hash. */
export const foreignId = (id: string): string =>
  /^[A-Za-z0-9!#$%&*+./=?@^_{|}~-]{3,200}$/.test(id) ? id : `sha256-${hashOf('sha256', id).slice(0, 32)}`
