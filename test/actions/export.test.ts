import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import activityExport from '../../src/actions/activity-export.ts'
import { ask } from '../../src/actions/ask.ts'
import contactExport from '../../src/actions/contact-export.ts'
import intake from '../../src/actions/intake.ts'
import { perform } from '../../src/actions/perform.ts'
import { openSession } from '../../src/session/open.ts'
import { folder, gitEnv, workspace } from '../helpers/workspace.ts'

const setup = {
  'workspace-setup/workspace.yaml': 'name: Ours\ntimezone: Europe/Berlin\nown_domains: [ours.example]\n',
  'workspace-setup/people/ada.yaml': 'name: Ada Byron\nemails: [ada@ours.example]\n',
  'customers/acme/customer.md': '---\nname: Acme, "GmbH"; x\ndomain: acme.com\n---\n',
  'customers/globex/customer.md': '---\nname: Globex\n---\n',
}
const jo =
  '---\nname: Jo Park\nemail: jo@acme.com\nemails: [j.park@acme.com]\nphone: "+4915123456789"\ntitle: CFO, Ops\nrole: champion\nlinkedin: https://www.linkedin.com/in/jo\ntags: [a, "b,c"]\n---\n'
const kim = '---\nname: Kim Lee\nemail: kim@globex.example\n---\nNotes stay here.\n'
const planned =
  '---\ntype: meeting\ndate: 2026-11-24T10:00+01:00\nends: 2026-11-24T11:30+01:00\nstatus: planned\nsubject: Kick-off, part 1; now\nby: ada\nparticipants: [jo-park, x@else.example]\nsource: ical:1@x/20261124T090000Z\n---\n\nLocation: Room 5\n\nAgenda\n- \\[ ] prepare\n'
const called =
  '---\ntype: call\ndate: 2026-11-02\nends: 2026-11-04\nstatus: done\nsubject: Calls\nparticipants: [jo-park]\nsource: ical:2@x\n---\n'
const tree = {
  ...setup,
  'customers/acme/contacts/jo-park.md': jo,
  'customers/globex/contacts/kim-lee.md': kim,
  'customers/acme/activities/2026-11-24-0900-meeting-kick-off-part-1-now-mfjl.md': planned,
  'customers/acme/activities/2026-11-02-0000-call-calls-v1b8.md': called,
  'customers/acme/activities/2026-11-01-0900-email-x-aaaa.md': '---\ntype: email\ndate: 2026-11-01\nsubject: X\n---\n',
}
const session = (root: string) =>
  openSession({ cwd: root, env: { ...gitEnv, DOSSIER_NOW: '2026-11-21T10:00:00Z', DOSSIER_ME: 'ada' } })
const textOf = (answer: object) => (answer as { text: string }).text
const vcf = async (root: string, input = {}) => textOf(await ask(contactExport, input, session(root)))
const ics = async (root: string, input = {}) => textOf(await ask(activityExport, input, session(root)))
const take = (root: string, file: string) => perform(intake, { files: [file], apply: true }, session(root))

describe('contacts', () => {
  test('as vCards', async () => {
    const text = await vcf(workspace(tree), { customer: 'acme' })
    expect(text.split('\r\n')).toEqual([
      'BEGIN:VCARD',
      'VERSION:4.0',
      expect.stringMatching(/^UID:urn:uuid:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/),
      'FN:Jo Park',
      'N:Park;Jo;;;',
      'EMAIL;PREF=1:jo@acme.com',
      'EMAIL:j.park@acme.com',
      'TEL:tel:+4915123456789',
      'ORG:Acme\\, "GmbH"\\; x',
      'TITLE:CFO\\, Ops',
      'URL;TYPE=linkedin:https://www.linkedin.com/in/jo',
      'X-DOSSIER-ROLE;VALUE=TEXT:champion',
      'CATEGORIES:a,b\\,c',
      'END:VCARD',
      '',
    ])
  })

  test('as CSV, and only those that are asked for', async () => {
    const root = workspace(tree)
    expect(await vcf(root, { format: 'csv', where: "name.startsWith('Kim')" })).toBe(
      'Full Name,Email,Other Emails,Phone,Job Title,Company,LinkedIn,Role,Status,Contact Owner,Tags,Path\nKim Lee,kim@globex.example,,,,Globex,,,,,,customers/globex/contacts/kim-lee.md\n',
    )
    expect((await vcf(root)).match(/^FN:.*/gm)).toEqual(['FN:Jo Park', 'FN:Kim Lee'])
  })

  test('to a new file, and never over one', async () => {
    const [root, away] = [workspace(tree), folder()]
    const out = join(away, 'a.vcf')
    expect(await ask(contactExport, { out }, session(root))).toEqual({ exported: 2, format: 'vcf', file: out, problems: [] })
    expect(readFileSync(out, 'utf8')).toBe(await vcf(root))
    await expect(ask(contactExport, { out }, session(root))).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('is there already'),
    })
    await expect(ask(contactExport, { out: join(away, 'no/a.vcf') }, session(root))).rejects.toMatchObject({ exitCode: 3 })
  })

  test('come back as they were: in the same workspace nothing is new, in an empty one they are the same', async () => {
    const [root, other, away] = [workspace(tree), workspace(setup), folder()]
    writeFileSync(join(away, 'a.vcf'), await vcf(root))
    const same = await take(root, join(away, 'a.vcf'))
    expect([same.intake.known, same.intake.filed, same.commit]).toEqual([2, 0, null])
    const { intake: answer } = await take(other, join(away, 'a.vcf'))
    expect([answer.filed, answer.asked]).toEqual([2, 0])
    expect(readFileSync(join(other, 'customers/acme/contacts/jo-park.md'), 'utf8').split('\n').toSorted()).toEqual(
      jo.split('\n').toSorted(),
    )
    expect(readFileSync(join(other, 'customers/globex/contacts/kim-lee.md'), 'utf8')).toBe(
      '---\nname: Kim Lee\nemail: kim@globex.example\n---\n',
    )
  })
})

describe('meetings', () => {
  test('as a calendar', async () => {
    const text = await ics(workspace(tree))
    expect(text.replaceAll('\r\n ', '').split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//dossier//dossier//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:1@x',
      'DTSTAMP:20261121T100000Z',
      'RECURRENCE-ID:20261124T090000Z',
      'DTSTART:20261124T090000Z',
      'DTEND:20261124T103000Z',
      'SUMMARY:Kick-off\\, part 1\\; now',
      'DESCRIPTION:Agenda\\n- \\\\[ ] prepare',
      'LOCATION:Room 5',
      'STATUS:CONFIRMED',
      'ORGANIZER;CN=Ada Byron:mailto:ada@ours.example',
      'ATTENDEE;CN=Jo Park:mailto:jo@acme.com',
      'ATTENDEE:mailto:x@else.example',
      'X-DOSSIER-PATH;VALUE=TEXT:customers/acme/activities/2026-11-24-0900-meeting-kick-off-part-1-now-mfjl.md',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })

  test('with those that were held when all are asked for; none is an empty calendar', async () => {
    const root = workspace(tree)
    expect((await ics(root, { all: true })).match(/^(?:SUMMARY|DTSTART|DTEND).*/gm)).toEqual([
      'DTSTART;VALUE=DATE:20261102',
      'DTEND;VALUE=DATE:20261105',
      'SUMMARY:Calls',
      'DTSTART:20261124T090000Z',
      'DTEND:20261124T103000Z',
      'SUMMARY:Kick-off\\, part 1\\; now',
    ])
    expect(await ics(root, { customer: 'globex' })).not.toContain('VEVENT')
  })

  test('a file that cannot be used is told, and hides no other', async () => {
    const root = workspace({
      ...tree,
      'customers/acme/activities/2026-11-25-0900-meeting-x-bbbb.md': '---\ntype: [meeting\n---\n',
    })
    const { exported, problems } = await ask(activityExport, {}, session(root))
    expect(exported).toBe(1)
    expect(problems).toMatchObject([{ path: 'customers/acme/activities/2026-11-25-0900-meeting-x-bbbb.md' }])
  })

  test('come back as they were', async () => {
    const [root, other, away] = [workspace(tree), workspace({ ...setup, 'customers/acme/contacts/jo-park.md': jo }), folder()]
    writeFileSync(join(away, 'a.ics'), await ics(root, { all: true }))
    expect((await take(root, join(away, 'a.ics'))).intake).toMatchObject({ known: 2, filed: 0 })
    expect((await take(other, join(away, 'a.ics'))).intake).toMatchObject({ filed: 2, asked: 0 })
    const texts = readdirSync(join(other, 'customers/acme/activities')).map((name) =>
      readFileSync(join(other, 'customers/acme/activities', name), 'utf8'),
    )
    expect(texts).toEqual([called.replace('participants', 'by: ada\nparticipants'), planned])
  })

  test('without a source are known by where they lie, and nothing else is believed of a path', async () => {
    const path = 'customers/acme/activities/2026-12-01-0900-meeting-x-aaaa.md'
    const [root, away] = [
      workspace({
        ...setup,
        'customers/acme/contacts/jo-park.md': jo,
        [path]: '---\ntype: meeting\ndate: 2026-12-01\nstatus: planned\nsubject: X\nparticipants: [jo-park]\n---\n',
      }),
      folder(),
    ]
    const text = await ics(root)
    const file = join(away, 'a.ics')
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
    expect((await take(root, file)).intake).toMatchObject({ known: 1, filed: 0 })
    writeFileSync(file, text.replace(/UID:.*/, 'UID:other@x'))
    expect((await take(root, file)).intake).toMatchObject({ known: 0, filed: 1 })
  })
})
