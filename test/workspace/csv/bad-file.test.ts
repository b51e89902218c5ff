import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Failure } from '../../../src/failure.ts'
import { openCsv } from '../../../src/workspace/csv/open-csv.ts'
import { noPermissions } from '../../helpers/as-nobody.ts'
import { folder } from '../../helpers/workspace.ts'

const failureOf = async (cwd: string, file = 'deals.csv', how = {}) => {
  const error = await openCsv(file, { cwd, ...how }).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Failure)
  const { message, exitCode, suggestions, line } = error as Failure
  expect(suggestions).toHaveLength(1)
  return { message, exitCode, hint: suggestions![0], line }
}

const put = (bytes: string | Uint8Array) => {
  const root = folder()
  writeFileSync(join(root, 'deals.csv'), bytes)
  return root
}

const bytes = (text: string) => Buffer.from(text, 'latin1')

describe('what is no CSV is named', () => {
  test.each<[what: string, bytes: Uint8Array | string]>([
    ['is an Excel workbook, not CSV', bytes('PK\x03\x04\x14\0\x06\0\x08\0\0\0[Content_Types].xml')],
    ['is an Excel workbook, not CSV', bytes('PK\x03\x04\x14\0\0\0xl/workbook.xml')],
    ['is an OpenDocument sheet, not CSV', bytes('PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet')],
    ['is a zip archive, not CSV', bytes('PK\x03\x04\x14\0\0\0deals.csv')],
    ['is an old Excel workbook, not CSV', bytes('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0')],
    ['is a PDF, not CSV', '%PDF-1.7\n%âãÏÓ'],
    ['is an image, not CSV', bytes('\x89PNG\r\n\x1A\n\0\0')],
    ['is an image, not CSV', bytes('\xFF\xD8\xFF\xE0\0\x10JFIF')],
    ['is an image, not CSV', bytes('RIFF\x01\n\x02\x03WEBPVP8')],
    ['is a compressed file, not CSV', bytes('\x1F\x8B\x08\0')],
    ['is a database, not CSV', bytes('SQLite format 3\0')],
    ['is JSON, not CSV', '{"deals": [1, 2]}'],
    ['is JSON, not CSV', '\uFEFF[\n  {"name": "Ada"}\n]\n'],
    ['is JSON, not CSV', '{"name":"Ada"}\n{"name":"Jo"}\n'],
    ['is JSON, not CSV', '[]\n'],
    ['is HTML, not CSV', '\n<!DOCTYPE html>\n<html>'],
    ['is HTML, not CSV', '<table><tr><td>Name</td></tr></table>'],
    ['is HTML, not CSV', Buffer.from('\uFEFF<html><table>', 'utf16le')],
    ['is XML, not CSV', '<?xml version="1.0"?><Workbook/>'],
    ['is a vCard file, not CSV', 'BEGIN:VCARD\nVERSION:3.0\n'],
    ['holds binary data, not CSV', bytes('name,\0\0\0\x01\x02\n\xFF\xFE')],
    ['holds binary data, not CSV', bytes('name,city\nAda,Lon\0don\n')],
    ['holds binary data, not CSV', Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256)],
    ['is empty', ''],
    ['is empty', '\n\r\n  \n,,\n'],
    ['is empty', '\uFEFF'],
    ['is empty', 'sep=;\n'],
  ])('deals.csv %s', async (what, content) => {
    expect(await failureOf(put(content))).toMatchObject({ message: `deals.csv ${what}.`, exitCode: 2 })
  })

  test.each(['[Name],City\n', '{x},y\n', 'PAR1,y\n', 'From Date,To Date\n', '<none>,y\n', '"[""a""]",b\n', '"x"",y"\n'])(
    'what only looks like it is read: %j',
    async (text) => {
      expect((await openCsv('deals.csv', { cwd: put(text) })).headings.length).toBeGreaterThan(0)
    },
  )
})

test('a missing file, a folder, what is no file, a link to itself', async () => {
  const root = folder()
  mkdirSync(join(root, 'exports'))
  symlinkSync('round', join(root, 'round'))
  writeFileSync(join(root, 'plain'), 'a,b\n')
  expect(await failureOf(root, 'exports/none.csv')).toMatchObject({ message: 'There is no file exports/none.csv.', exitCode: 3 })
  expect(await failureOf(root, 'plain/none.csv')).toMatchObject({ exitCode: 3 })
  expect(await failureOf(root, 'exports')).toMatchObject({ message: 'exports is a folder.', exitCode: 2 })
  expect(await failureOf(root, '/dev/null')).toMatchObject({ message: '/dev/null is no file.', exitCode: 2 })
  expect(await failureOf(root, 'round')).toMatchObject({
    message: 'round is a symbolic link that leads back to itself.',
    exitCode: 2,
  })
  expect(await failureOf(root, 'x'.repeat(5000))).toMatchObject({ exitCode: 2 })
})

test.skipIf(noPermissions)('no permission', () => {
  const root = put('a,b\n')
  chmodSync(root, 0o755)
  chmodSync(join(root, 'deals.csv'), 0)
  const code = `import { openCsv } from ${JSON.stringify(new URL('../../../src/workspace/csv/open-csv.ts', import.meta.url).href)}
    await openCsv('deals.csv').catch(({ message, exitCode }) => console.log(message, exitCode))`
  const who = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', code], { ...who, cwd: root, encoding: 'utf8' })
  expect(run.stdout).toBe('You have no permission to read deals.csv. 2\n')
})

test('too many columns', async () => {
  const row = Array.from({ length: 10_000 }, (_, at) => `Column ${at + 1}`).join(',')
  expect(await failureOf(put(`\n${row}\n`))).toEqual({
    message: 'deals.csv:2 has 10,000 columns; the most that are read is 2,000.',
    exitCode: 2,
    hint: 'export fewer columns',
    line: 2,
  })
  const most = row.split(',').slice(0, 2000).join(',')
  expect((await openCsv('deals.csv', { cwd: put(`${most}\n1,2\n`) })).headings).toHaveLength(2000)
})

test('headings that cannot be read', async () => {
  expect(await failureOf(put('Name,"City\nAda,London\n'))).toEqual({
    message: 'deals.csv:1 has no headings that can be read: a quote is opened and never closed.',
    exitCode: 2,
    hint: 'it begins "Name,\\"City"',
    line: 1,
  })
})

test('an encoding or a separator nobody knows', async () => {
  const root = put('a,b\n')
  expect(await failureOf(root, 'deals.csv', { encoding: 'ebcdic' })).toMatchObject({
    exitCode: 2,
    hint: 'choose utf-8, utf-16le, utf-16be, windows-1252',
  })
  expect(await failureOf(root, 'deals.csv', { separator: '#' })).toMatchObject({ exitCode: 2, hint: 'choose , ; | or a tab' })
})
