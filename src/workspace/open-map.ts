import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Failure } from '../failure.ts'
import type { ImportMap } from '../records/kinds/import-map.ts'
import { nearest } from '../records/nearest.ts'
import { failureFor } from '../records/problem.ts'
import { readRecord } from '../records/schema/read-record.ts'
import { fieldPlace } from '../records/text/front-matter.ts'
import { type Place, toRecordPath } from './place.ts'
import { openSheet } from './sheet.ts'
import { isThere } from './tree.ts'

/** How files of one origin are read, with the line of each key, for what is wrong in it; `doubts` are what only looks wrong. */
export type MapFile = {
  value: ImportMap
  path: string
  lineOf: (field: readonly string[]) => number
  doubts?: { file: string; line: number; message: string }[]
}

const folder = 'workspace-setup/integrations/imports'

/** Opens an import map, named by its file or by its name in workspace-setup/integrations/imports. Throws a Failure with the line when something in it cannot be used. */
export function openMap(place: Place, named: string, cwd: string): MapFile {
  const own = `${folder}/${named.replace(/\.yaml$/, '')}.yaml`
  const path = /[/\\]/.test(named) || !isThere(place, own) ? toRecordPath(place, resolve(cwd, named)) : own
  if (!isThere(place, path)) throw noMap(place, named)
  const { value, problems, sheet } = readRecord('import', path, openSheet(place, path).text)
  const wrong = problems.find(({ severity }) => severity === 'error')
  if (wrong || !value) throw failureFor(wrong ?? { ...nothing, path }, { where: `${path}:${wrong?.line ?? 1}` })
  const doubts = problems.map(({ line, message }) => ({ file: path, line, message }))
  return { value, path, lineOf: (field) => fieldPlace(sheet, [...field]).line, doubts }
}

function noMap(place: Place, named: string): Failure {
  const home = join(place.root, folder)
  const names = existsSync(home) ? readdirSync(home).flatMap((name) => /^(.*)\.yaml$/.exec(name)?.[1] ?? []) : []
  const near = nearest(named, names)
  const hint = names.length > 0 ? `in ${folder}: ${(near.length > 0 ? near : names.sort()).join(', ')}` : `write it in ${folder}`
  return new Failure(`There is no import map ${named}.`, { hint, exitCode: 3 })
}

const nothing = { line: 1, column: 1, message: 'This map cannot be used.', severity: 'error' as const }
