import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ask } from '../../src/actions/ask.ts'
import check from '../../src/actions/check.ts'
import intake from '../../src/actions/intake.ts'
import { perform } from '../../src/actions/perform.ts'
import taskList from '../../src/actions/task-list.ts'
import undo from '../../src/actions/undo.ts'
import { openSession } from '../../src/session/open.ts'
import { commits, leftovers, status } from '../helpers/act.ts'
import { folder, git, gitEnv, workspace } from '../helpers/workspace.ts'

const tree = {
  'workspace-setup/workspace.yaml': 'name: Ours\ntimezone: Europe/Berlin\nown_domains: [ours.example]\nphone_country: DE\n',
  'workspace-setup/people/ada.yaml': 'name: Ada Byron\nemails: [ada@example.test, ada@ours.example]\n',
  'customers/workflows/lead-to-close.yaml': 'about: deal\nstages:\n  - id: lead\n  - id: won\n    outcome: won\n',
  'customers/acme/customer.md': '---\nname: Acme GmbH\ndomain: acme.com\ndomains: [acme.example]\n---\n',
  'customers/acme/contacts/jo-park.md': '---\nname: Jo Park\nemail: jo@acme.com # the first\n---\n',
  'customers/acme/deals/pilot.md': '---\nname: Pilot\nstage: lead\n---\n',
  'customers/globex/customer.md': '---\nname: Globex\ndomain: globex.example\n---\n',
  'customers/globex/contacts/gil.md': '---\nname: Gil Fox\nemail: gil@free.example\n---\n',
  '.gitignore': 'personal/\n.dossier/\n',
}
const inbox = 'personal/ada/inbox'

function start(dropped: Record<string, string | Uint8Array> = {}, more: Record<string, string> = {}): string {
  const root = workspace({ ...tree, ...more })
  for (const [name, text] of Object.entries(dropped)) put(root, `${inbox}/${name}`, text)
  return root
}
function put(root: string, path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
const session = (root: string, now = '2026-11-21T10:00:00Z') =>
  openSession({ cwd: root, env: { ...gitEnv, DOSSIER_NOW: now, DOSSIER_ME: 'ada' } })
const run = async (root: string, input: object = {}) => {
  const { apply = true } = input as { apply?: boolean }
  const { intake: answer, commit } = await perform(intake, { apply, ...input }, session(root), { dryRun: !apply })
  return { ...answer, commit }
}
const read = (root: string, path: string) => readFileSync(join(root, path), 'utf8')
const list = (root: string, path: string) => (existsSync(join(root, path)) ? readdirSync(join(root, path)).sort() : [])
const stepsOf = ({ files }: Awaited<ReturnType<typeof run>>) =>
  files.flatMap(({ steps }) => steps.map(({ did, path, called }) => `${did} ${path ?? called}`))
const asks = ({ files }: Awaited<ReturnType<typeof run>>) =>
  files.flatMap(({ questions }) => questions.map(({ message, hint }) => `${message} ${hint}`))
const isSound = async (root: string) =>
  expect((await ask(check, {}, session(root))).problems.filter(({ severity }) => severity === 'error')).toEqual([])

const mail = (headers: Record<string, string> = {}, body = 'Hello') =>
  `${Object.entries({
    From: 'Jo Park <jo@acme.com>',
    To: 'Ada <ada@ours.example>',
    Subject: 'Prices',
    Date: 'Thu, 19 Nov 2026 10:12:00 -0500',
    'Message-ID': '<m1@acme.com>',
    ...headers,
  })
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n${body}\r\n`

describe('a mail', () => {
  test('is an activity at the customer, in one commit, and leaves the inbox', async () => {
    const root = start({ 'a.eml': mail({ Cc: 'Kim Lee <kim@acme.com>, info@acme.com, x@else.example' }) })
    const done = await run(root)
    const path = 'customers/acme/activities/2026-11-19-1512-email-prices-lejj.md'
    expect(stepsOf(done)).toEqual(['file customers/acme/contacts/kim-lee.md', `file ${path}`])
    expect(read(root, path)).toBe(
      '---\ntype: email\ndate: 2026-11-19T10:12-05:00\nstatus: done\nsubject: Prices\ndirection: inbound\nby: ada\nparticipants: [jo-park, kim-lee, info@acme.com, x@else.example]\ndeal: pilot\nsource: mail:m1@acme.com\n---\n\nHello\n',
    )
    expect(read(root, 'customers/acme/contacts/kim-lee.md')).toBe('---\nname: Kim Lee\nemail: kim@acme.com\n---\n')
    expect(git(root, 'show', '--format=%s', '--name-only', done.commit!).trim().split('\n')).toEqual([
      'intake: 2 records filed (a.eml)',
      '',
      path,
      'customers/acme/contacts/kim-lee.md',
    ])
    expect([list(root, inbox), list(root, `${inbox}/filed`), status(root), leftovers(root)]).toEqual([
      ['filed'],
      ['a.eml'],
      '',
      [],
    ])
    await isSound(root)
  })

  test('is only planned without --apply', async () => {
    const root = start({ 'a.eml': mail() })
    const plan = await run(root, { apply: false })
    expect([plan.filed, plan.commit]).toEqual([1, null])
    expect([list(root, inbox), list(root, 'customers/acme/activities'), commits(root)]).toEqual([['a.eml'], [], 1])
  })

  test('is filed once, whoever drops it and however often', async () => {
    const root = start({ 'a.eml': mail(), 'b.eml': mail({ Subject: 'Prices' }) })
    expect((await run(root)).filed).toBe(1)
    put(root, `${inbox}/again.eml`, mail())
    const again = await run(root)
    expect([again.filed, again.known, again.commit]).toEqual([0, 1, null])
    expect(list(root, inbox)).toEqual(['filed'])
    expect(list(root, 'customers/acme/activities')).toHaveLength(1)
  })

  test('is found again after it was moved or edited by hand', async () => {
    const root = start({ 'a.eml': mail() })
    await run(root)
    const [name] = list(root, 'customers/acme/activities')
    put(root, 'customers/globex/activities/x.md', read(root, `customers/acme/activities/${name}`).replace('Prices', 'Other'))
    git(root, 'rm', '-q', `customers/acme/activities/${name}`)
    put(root, `${inbox}/a.eml`, mail())
    expect(stepsOf(await run(root, { apply: false }))).toEqual(['known customers/globex/activities/x.md'])
  })

  test.each<[string, Record<string, string>, string]>([
    ['from a contact, whatever the domain', { From: 'gil@free.example' }, 'globex'],
    ['from a further domain', { From: 'a@acme.example' }, 'acme'],
    ['from a domain below', { From: 'a@mail.acme.com' }, 'acme'],
    ['to a customer', { From: 'ada@ours.example', To: 'x@globex.example' }, 'globex'],
    ['the sender counts more than who reads along', { From: 'a@acme.com', Cc: 'b@globex.example' }, 'acme'],
    ['a stranger writes, and a contact reads along', { From: 'a@else.example', Cc: 'b@globex.example' }, 'globex'],
    ['from one of us below our domain', { From: 'x@mail.ours.example', To: 'x@globex.example' }, 'globex'],
  ])('belongs to a customer: %s', async (_, headers, customer) => {
    const { files } = await run(start({ 'a.eml': mail(headers) }), { apply: false })
    expect(files[0]!.steps.at(-1)).toMatchObject({ what: 'activity', customer })
  })

  test.each<[string, Record<string, string>, RegExp]>([
    ['of strangers', { From: 'a@else.example' }, /no customer has the domain of a@else\.example/],
    ['of free mail', { From: 'a@gmail.com' }, /no customer has the domain of a@gmail\.com/],
    [
      'to two customers',
      { From: 'ada@ours.example', To: 'a@acme.com, b@globex.example' },
      /several.*--customer acme \(or globex\)/,
    ],
    ['among us', { From: 'ada@ours.example', To: 'x@ours.example' }, /names nobody from outside/],
    ['without a date', { Date: '' }, /does not say when/],
  ])('is a question: %s', async (_, headers, question) => {
    const root = start({ 'a.eml': mail(headers) })
    const done = await run(root)
    expect(asks(done)).toEqual([expect.stringMatching(question)])
    expect([list(root, inbox), commits(root)]).toEqual([['a.eml'], 1])
  })

  test('among us that names a customer in its text goes there', async () => {
    const root = start({ 'a.eml': mail({ From: 'ada@ours.example', To: 'x@ours.example' }, 'From: Jo <jo@acme.com>\n\nfyi') })
    expect((await run(root, { apply: false })).files[0]!.steps).toMatchObject([{ customer: 'acme' }])
  })

  test('is answered by hand', async () => {
    const root = start({ 'a.eml': mail({ From: 'a@else.example' }) })
    const done = await run(root, { files: [`${inbox}/a.eml`], customer: 'globex' })
    expect(stepsOf(done)).toEqual([expect.stringMatching(/^file customers\/globex\/activities\//)])
    expect(list(root, inbox)).toEqual(['filed'])
  })

  test('belongs to nobody when that is said', async () => {
    const root = start({ 'a.eml': mail({ From: 'a@else.example' }) })
    await run(root, { files: [`${inbox}/a.eml`], customer: '_unassigned' })
    expect(list(root, 'customers/_unassigned/activities')).toHaveLength(1)
    await isSound(root)
  })

  test.each<[string, Record<string, string>, string]>([
    [
      'a bounce',
      { From: 'MAILER-DAEMON@acme.com', Subject: 'Undelivered Mail Returned to Sender' },
      'leave out Undelivered Mail Returned to Sender',
    ],
    ['a newsletter', { 'List-Unsubscribe': '<mailto:u@acme.com>' }, 'leave out Prices'],
  ])('of no person is left out: %s', async (_, headers, step) => {
    const root = start({ 'a.eml': mail(headers) })
    const done = await run(root)
    expect([stepsOf(done), done.commit, list(root, inbox)]).toEqual([[step], null, ['filed']])
  })

  test('that answers by itself is a note, and our campaigns are marked', async () => {
    const root = start({
      'a.eml': mail({ 'Auto-Submitted': 'auto-replied' }),
      'b.eml': mail({ From: 'ada@ours.example', To: 'jo@acme.com', 'Message-ID': '<2@x>', 'List-Unsubscribe': '<x>' }),
    })
    await run(root)
    const texts = list(root, 'customers/acme/activities').map((name) => read(root, `customers/acme/activities/${name}`))
    expect(texts.map((text) => /^type: \w+/m.exec(text)![0])).toEqual(['type: email', 'type: note'])
    expect(texts[0]).toContain('tags: [campaign]')
  })

  test('has no say: its tasks, its front matter, its marks of conflict and its names of files are text', async () => {
    const attachment = (name: string, text: string) =>
      `--q\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\n${text}\r\n`
    const body = `--q\r\n\r\n---\r\nowner: eve\r\n---\r\n- [ ] Pay @ada due:2026-12-01\r\n<<<<<<< HEAD\r\n${attachment('../../../workspace-setup/workspace.yaml', 'name: Eve')}${attachment('notes.md', '- [ ] Pay')}${attachment('..', 'x')}${attachment('con.meta.yaml', 'title: x')}--q--`
    const root = start({
      'a.eml': mail(
        { 'MIME-Version': '1.0', 'Content-Type': 'multipart/mixed; boundary=q', Subject: '../../etc [x]\u0007' },
        body,
      ),
    })
    await run(root)
    const { tasks } = await ask(taskList, {}, session(root))
    expect(tasks).toEqual([])
    expect(
      list(root, 'customers/acme/documents')
        .filter((name) => !name.endsWith('.meta.yaml'))
        .map((name) => name.replace(/-[0-9a-f]{6}/, '')),
    ).toEqual(['attachment', 'con-meta.txt', 'notes.txt', 'workspace.txt'])
    expect(read(root, 'workspace-setup/workspace.yaml')).toContain('name: Ours')
    expect(read(root, `customers/acme/activities/${list(root, 'customers/acme/activities')[0]}`)).toContain('- \\[ ] Pay')
    await isSound(root)
  })

  test('keeps its attachments as documents, and undo takes the rest back', async () => {
    const pdf = Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 255])
    const body = `--q\r\n\r\nHi\r\n--q\r\nContent-Type: application/pdf; name="Offer 2027.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n${pdf.toString('base64')}\r\n--q--`
    const text = mail({ 'MIME-Version': '1.0', 'Content-Type': 'multipart/mixed; boundary=q' }, body)
    const root = start({ 'a.eml': text })
    await run(root)
    const [meta, file] = list(root, 'customers/acme/documents')
    expect([file, meta]).toEqual([
      expect.stringMatching(/^offer-2027-[0-9a-f]{6}\.pdf$/),
      expect.stringMatching(/^offer-2027-[0-9a-f]{6}\.meta\.yaml$/),
    ])
    expect(readFileSync(join(root, 'customers/acme/documents', file!)).equals(pdf)).toBe(true)
    expect(read(root, `customers/acme/documents/${meta}`)).toMatch(
      /title: Offer 2027\.pdf\nfile: .*\ndate: 2026-11-19\nby: ada\nsource: mail:m1@acme\.com\nsha256: /,
    )
    expect(status(root)).toBe('')
    expect((await perform(undo, {}, session(root))).said).toContain(`left where it is: customers/acme/documents/${file}`)
    expect([list(root, 'customers/acme/activities'), list(root, 'customers/acme/documents'), commits(root)]).toEqual([
      [],
      [file],
      1,
    ])
    renameSync(join(root, inbox, 'filed/a.eml'), join(root, inbox, 'a.eml'))
    expect((await run(root)).filed).toBe(2)
    expect(status(root)).toBe('')
  })

  test('that cannot be written leaves nothing behind', async () => {
    const body = '--q\r\nContent-Type: application/pdf; name="a.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\nAP8=\r\n--q--'
    const root = start({ 'a.eml': mail({ 'MIME-Version': '1.0', 'Content-Type': 'multipart/mixed; boundary=q' }, body) })
    git(root, 'config', '--unset', 'user.name')
    git(root, 'config', '--unset', 'user.email')
    await expect(run(root)).rejects.toMatchObject({ exitCode: 2 })
    expect([list(root, 'customers/acme'), list(root, inbox)]).toEqual([['contacts', 'customer.md', 'deals'], ['a.eml']])
  })

  test('among hundreds is filed as it is alone', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 200 }, (_, n) => [`${n}.eml`, mail({ 'Message-ID': `<many-${n}@x>`, From: `p${n % 40}@acme.com` })]),
    )
    const root = start(many)
    expect((await run(root)).filed).toBe(200)
    put(root, `${inbox}/7.eml`, many['7.eml']!)
    put(root, `${inbox}/8.eml`, many['8.eml']!)
    expect((await run(root)).known).toBe(2)
  })

  test('too long for a record keeps all of itself as a document', async () => {
    const root = start({ 'a.eml': mail({}, 'line of words\r\n'.repeat(30_000)) })
    const done = await run(root)
    expect(stepsOf(done)).toEqual([
      expect.stringContaining('/activities/'),
      expect.stringMatching(/\/documents\/prices-[0-9a-f]{6}\.eml$/),
    ])
  })
})

describe('vCards', () => {
  const card = (lines: string) => `BEGIN:VCARD\r\nVERSION:3.0\r\n${lines.replaceAll('\n', '\r\n')}\r\nEND:VCARD\r\n`

  test('fill what is empty, tell what differs, and make new contacts', async () => {
    const cards = [
      'FN:Joanna Park\nEMAIL:jo@acme.com\nTEL:0151 23456789\nTITLE:CFO',
      'FN:Kim Lee\nEMAIL:kim@acme.com\nCATEGORIES:press',
      'FN:Sam\nORG:ACME',
      'FN:Ada Byron\nEMAIL:ada@ours.example',
    ]
    const root = start(
      { 'a.vcf': cards.map(card).join('') },
      { 'customers/acme/contacts/jo-park.md': '---\nname: Jo Park\nemail: jo@acme.com # the first\ntitle: CEO\n---\n' },
    )
    const { files } = await run(root)
    expect(files[0]!.steps.map(({ did, called }) => `${did} ${called}`)).toEqual([
      'update Joanna Park',
      'file Kim Lee',
      'file Sam',
      'leave out Ada Byron',
    ])
    expect(files[0]!.notes).toEqual(['acme/jo-park: title stays "CEO"; the card says "CFO"'])
    expect(read(root, 'customers/acme/contacts/jo-park.md')).toBe(
      '---\nname: Jo Park\nemail: jo@acme.com # the first\ntitle: CEO\nphone: "+4915123456789"\n---\n',
    )
    expect(read(root, 'customers/acme/contacts/kim-lee.md')).toBe('---\nname: Kim Lee\nemail: kim@acme.com\ntags: [press]\n---\n')
    await isSound(root)
  })

  test('of strangers are one question, and the others are filed all the same', async () => {
    const root = start({
      'a.vcf': card('FN:Kim Lee\nEMAIL:kim@acme.com') + card('FN:A\nEMAIL:a@gmail.com') + card('FN:B\nEMAIL:b@gmail.com'),
    })
    const done = await run(root)
    expect([done.filed, done.asked, asks(done)]).toEqual([1, 1, [expect.stringContaining('A, B: nothing tells the company')]])
    expect(list(root, inbox)).toEqual(['a.vcf'])
    const then = await run(root, { files: [`${inbox}/a.vcf`], customer: '_unassigned' })
    expect([then.filed, then.known, list(root, inbox)]).toEqual([2, 1, ['filed']])
    await isSound(root)
  })

  test('of one name make two contacts, and of one address one', async () => {
    const root = start({
      'a.vcf':
        card('FN:Kim Lee\nEMAIL:kim@acme.com') + card('FN:Kim Lee\nEMAIL:kim2@acme.com') + card('FN:Kim\nEMAIL:kim@acme.com'),
    })
    expect((await run(root)).filed).toBe(2)
    expect(list(root, 'customers/acme/contacts')).toHaveLength(3)
  })
})

describe('a calendar', () => {
  const event = (lines: string) => `BEGIN:VEVENT\r\n${lines.replaceAll('\n', '\r\n')}\r\nEND:VEVENT\r\n`
  const calendar = (...events: string[]) => `BEGIN:VCALENDAR\r\n${events.join('')}END:VCALENDAR\r\n`
  const meeting =
    'UID:1@x\nSUMMARY:Kick-off\nDTSTART:20261124T090000Z\nDTEND:20261124T100000Z\nLOCATION:Room 5\nDESCRIPTION:- [ ] prepare\nORGANIZER:mailto:ada@ours.example\nATTENDEE;CN=Jo:mailto:jo@acme.com'

  test('is meetings of customers; those of nobody are passed over', async () => {
    const root = start({
      'a.ics': calendar(
        event(meeting),
        event('UID:2@x\nSUMMARY:Dentist\nDTSTART:20261124T090000Z'),
        event('UID:3@x\nSUMMARY:Globex demo\nDTSTART;VALUE=DATE:20261102'),
      ),
    })
    const done = await run(root)
    expect(done.files[0]!.notes).toEqual(['1 event names nobody from outside, and is left out'])
    expect(read(root, `customers/acme/activities/${list(root, 'customers/acme/activities')[0]}`)).toBe(
      '---\ntype: meeting\ndate: 2026-11-24T10:00+01:00\nends: 2026-11-24T11:00+01:00\nstatus: planned\nsubject: Kick-off\nby: ada\nparticipants: [jo-park]\ndeal: pilot\nsource: ical:1@x\n---\n\nLocation: Room 5\n\n- \\[ ] prepare\n',
    )
    expect(read(root, `customers/globex/activities/${list(root, 'customers/globex/activities')[0]}`)).toContain(
      'date: 2026-11-02\nstatus: done\nsubject: Globex demo\n',
    )
    await isSound(root)
  })

  test('moves and calls off what is planned, and leaves alone what was held', async () => {
    const root = start({ 'a.ics': calendar(event(meeting)) })
    await run(root)
    put(root, `${inbox}/b.ics`, calendar(event(meeting.replaceAll('20261124', '20261125'))))
    const moved = await run(root)
    expect([moved.updated, moved.files[0]!.steps[0]!.because]).toEqual([
      1,
      'date → 2026-11-25T10:00+01:00, ends → 2026-11-25T11:00+01:00',
    ])
    put(root, `${inbox}/c.ics`, calendar('METHOD:CANCEL\r\n', event(meeting.replaceAll('20261124', '20261125'))))
    await run(root)
    const path = `customers/acme/activities/${list(root, 'customers/acme/activities')[0]}`
    expect(read(root, path)).toContain('status: cancelled')
    put(root, `${inbox}/d.ics`, calendar(event(meeting)))
    expect([(await run(root)).known, read(root, path)]).toEqual([1, expect.stringContaining('date: 2026-11-25')])
  })

  test('makes a series its instances, each once', async () => {
    const root = start({ 'a.ics': calendar(event(`${meeting}\nRRULE:FREQ=WEEKLY;COUNT=3\nEXDATE:20261201T090000Z`)) })
    expect((await run(root)).filed).toBe(2)
    put(root, `${inbox}/b.ics`, calendar(event(`${meeting}\nRRULE:FREQ=WEEKLY;COUNT=3`)))
    const again = await run(root)
    expect([again.filed, again.known]).toEqual([1, 2])
    expect(read(root, `customers/acme/activities/${list(root, 'customers/acme/activities')[2]}`)).toContain(
      'source: ical:1@x/20261208T090000Z',
    )
  })
})

describe('transcripts and notes', () => {
  test.each<[string, string, string, string]>([
    ['speakers', 'demo 2026-11-18.txt', 'Ada Byron: Hi\nGil Fox: Hello\nAda Byron: Bye', 'globex/meeting/[gil]'],
    [
      'a first name of the customer',
      'call 2026-11-18.txt',
      'Customer: Acme\n\nAda Byron: Hi\nJo: Hello\nAda Byron: Bye\nJo: Bye',
      'acme/call/[jo-park]',
    ],
    ['an address', 'a.md', 'Date: 2026-11-18\n\nMail jo@acme.com the deck.', 'acme/note/[jo-park]'],
    ['a name in the text', 'a.md', '18.11.2026\n\nWe met people of Globex at the fair.', 'globex/note/undefined'],
    ['a name in the name of the file', 'globex-2026-11-18.md', 'All fine.', 'globex/note/undefined'],
    ['the heading before the text', 'a.md', 'Customer: Acme\nDate: 2026-11-18\n\nAs with Globex.', 'acme/note/undefined'],
  ])('go where %s tells', async (_, name, text, told) => {
    const root = start({ [name]: text })
    const done = await run(root)
    expect(asks(done)).toEqual([])
    const [{ path, customer } = { path: '', customer: '' }] = done.files[0]!.steps
    const activity = read(root, path!)
    expect(activity).toMatch(/^date: 2026-11-18$/m)
    expect(`${customer}/${/^type: (\w+)/m.exec(activity)![1]}/${/^participants: (.*)/m.exec(activity)?.[1]}`).toBe(told)
    await isSound(root)
  })

  test.each([
    ['of two customers', 'Date: 2026-11-18\n\nWe saw people of Globex and of Acme there.', /several fit/],
    ['of nobody', 'Date: 2026-11-18\n\nGlobex.', /nobody in it is known/],
    ['of no day', 'Mail jo@acme.com the deck on Friday.', /When was it/],
  ])('%s are a question', async (_, text, question) => {
    const root = start({ 'a.md': text })
    expect(asks(await run(root))).toEqual([expect.stringMatching(question)])
    expect(list(root, inbox)).toEqual(['a.md'])
  })

  test('are answered by hand', async () => {
    const root = start({ 'a.md': '- [ ] Do it' })
    const done = await run(root, {
      files: [`${inbox}/a.md`],
      customer: 'acme',
      at: 'yesterday 15:00',
      type: 'call',
      deal: 'acme/pilot',
    })
    expect(read(root, done.files[0]!.steps[0]!.path!)).toMatch(
      /^---\ntype: call\ndate: 2026-11-20T15:00\+01:00\nstatus: done\nsubject: a\nby: ada\ndeal: pilot\nsource: text:[0-9a-f]{16}\n---\n\n- \\\[ \] Do it\n$/,
    )
  })
})

describe('other files', () => {
  test('have their question: tables, unknown ones, links, too large ones', async () => {
    const root = start({ "o'leads.csv": 'Name,Email\nJo,jo@acme.com\n', 'b.bin': new Uint8Array([1, 2, 0]), 'c.txt': '' })
    symlinkSync('/etc/passwd', join(root, inbox, 'd.eml'))
    put(root, `${inbox}/e.eml`, Buffer.alloc(50_000_001, 'x'))
    const done = await run(root)
    expect(
      Object.fromEntries(
        done.files.map(({ file, questions }) => [file.slice(inbox.length + 1), `${questions[0]!.message} ${questions[0]!.hint}`]),
      ),
    ).toEqual({
      "o'leads.csv": expect.stringMatching(/table.* dossier import csv 'personal\/ada\/inbox\/o'\\''leads\.csv'$/),
      'b.bin': expect.stringMatching(/\(bin\); with a customer it is kept as a document.*--customer CUSTOMER/),
      'c.txt': expect.stringMatching(/it is empty/),
      'd.eml': expect.stringMatching(/link or no file/),
      'e.eml': expect.stringMatching(/larger than 50 MB/),
    })
    expect(done.commit).toBe(null)
  })

  test('become a document where the customer is said', async () => {
    const root = start({ 'Plan.bin': new Uint8Array([1, 2, 0]) })
    await run(root, { files: [`${inbox}/Plan.bin`], customer: 'acme' })
    expect(list(root, 'customers/acme/documents')).toEqual([
      expect.stringMatching(/^plan-.*\.bin$/),
      expect.stringMatching(/^plan-.*\.meta\.yaml$/),
    ])
    expect(status(root)).toBe('')
    await isSound(root)
  })
})

describe('the inbox', () => {
  test('is the short one too, and files from elsewhere stay where they are', async () => {
    const root = start()
    put(root, 'personal/inbox/a.eml', mail())
    const away = folder()
    writeFileSync(join(away, 'b.eml'), mail({ 'Message-ID': '<2@x>' }))
    expect((await run(root)).filed).toBe(1)
    expect(list(root, 'personal/inbox/filed')).toEqual(['a.eml'])
    expect((await run(root, { files: [join(away, 'b.eml')] })).filed).toBe(1)
    expect(list(away, '.')).toEqual(['b.eml'])
  })

  test('that git keeps is emptied by the commit, and undo fills it again', async () => {
    const root = start({}, { '.gitignore': '', [`${inbox}/a.eml`]: mail() })
    await run(root)
    expect([list(root, inbox), status(root)]).toEqual([['filed'], ''])
    await perform(undo, {}, session(root))
    expect([list(root, inbox), list(root, 'customers/acme/activities'), status(root)]).toEqual([['a.eml'], [], ''])
  })

  test('keeps two files of one name', async () => {
    const root = start({ 'a.eml': mail() })
    await run(root)
    put(root, `${inbox}/a.eml`, mail({ 'Message-ID': '<2@x>' }))
    await run(root)
    expect(list(root, `${inbox}/filed`)).toHaveLength(2)
  })

  test.skipIf(process.getuid?.() === 0)('that cannot be moved loses nothing', async () => {
    const root = start({ 'a.eml': mail() })
    chmodSync(join(root, inbox), 0o500)
    const done = await run(root)
    chmodSync(join(root, inbox), 0o700)
    expect([done.filed, list(root, inbox)]).toEqual([1, ['a.eml']])
  })

  test('with commit: manual leaves the committing to the user', async () => {
    const root = start(
      { 'a.eml': mail() },
      { 'workspace-setup/workspace.yaml': `${tree['workspace-setup/workspace.yaml']}commit: manual\n` },
    )
    const done = await run(root)
    expect([done.filed, done.commit, commits(root), list(root, inbox)]).toEqual([1, null, 1, ['filed']])
  })

  test.each([
    [{ files: ['nothing.eml'] }, /There is no file nothing\.eml/, 3],
    [{ files: ['customers'] }, /is no file/, 2],
    [{ files: [], customer: 'acme' }, /holds for files you name/, 2],
    [{ files: [`${inbox}/a.eml`], customer: 'nobody' }, /no customer "nobody"/, 3],
    [{ files: [`${inbox}/a.eml`], customer: 'globex', deal: 'acme/pilot' }, /is a deal of acme, not of globex/, 2],
    [{ files: [`${inbox}/a.eml`], at: 'some day' }, /no time that can be read/, 2],
  ])('%j is refused', async (input, message, exitCode) => {
    const root = start({ 'a.eml': mail(), 'b.eml': mail() })
    await expect(run(root, input)).rejects.toMatchObject({ message: expect.stringMatching(message), exitCode })
  })
})

test('two people who file the same make the same files', async () => {
  const dropped = {
    'a.eml': mail({ Cc: 'Kim Lee <kim@acme.com>' }),
    'b.ics':
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1@x\nSUMMARY:S\nDTSTART:20261124T090000\nATTENDEE:mailto:jo@acme.com\nATTENDEE:mailto:ada@ours.example\nEND:VEVENT\nEND:VCALENDAR',
  }
  const [one, two] = [start(dropped), start(dropped, { 'workspace-setup/people/ben.yaml': 'name: Ben\ntimezone: Asia/Tokyo\n' })]
  await run(one)
  mkdirSync(join(two, 'personal/ben'), { recursive: true })
  renameSync(join(two, inbox), join(two, 'personal/ben/inbox'))
  const ben = openSession({ cwd: two, env: { ...gitEnv, DOSSIER_NOW: '2026-11-22T10:00:00Z', DOSSIER_ME: 'ben' } })
  await perform(intake, { apply: true }, ben)
  const textsOf = (root: string) =>
    ['activities', 'contacts'].flatMap((name) =>
      list(root, `customers/acme/${name}`).map((file) => [file, read(root, `customers/acme/${name}/${file}`)]),
    )
  expect(textsOf(two)).toEqual(textsOf(one))
})
