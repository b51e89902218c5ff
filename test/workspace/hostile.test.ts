import { closeSync, openSync, readdirSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dossier, gitState, small, snapshot } from '../doors/bad-input.ts'
import { git } from '../helpers/workspace.ts'

const calm = { timeout: 120_000 }

/** No stack, no silence: an answer, or a refusal with a reason. */
function expectCalm(told: ReturnType<typeof dossier>) {
  expect(told.stderr).not.toMatch(/fault of ours|\n {4}at /)
  expect([0, 1, 2, 3, 4]).toContain(told.status)
}

describe('names', calm, () => {
  const zoe = 'zoë'
  test.for(['NFC', 'NFD'] as const)('a contact whose file is named in %s is found, and is set where it lies', (form) => {
    const path = `customers/acme/contacts/${zoe.normalize(form)}.md`
    const root = small({ [path]: `---\nname: ${'Zoë Müller'.normalize(form)}\nemail: zoe@acme.example\n---\n` })
    expect(JSON.parse(dossier(root, ['contact', 'list', '--json']).stdout)).toMatchObject({ total: 1 })
    expect(dossier(root, ['contact', 'set', 'zoe@acme.example', 'title=CTO'])).toMatchObject({ status: 0 })
    expect(git(root, '-c', 'core.quotePath=false', 'show', '--name-only', '--format=', 'HEAD').trim()).toBe(path)
    expectCalm(dossier(root, ['contact', 'show', `acme/${zoe.normalize(form)}`]))
  })

  test('a folder in both forms is two customers, and neither is lost', () => {
    const two = ['NFC', 'NFD'].map((form) => `customers/${zoe.normalize(form)}/customer.md`)
    const root = small(Object.fromEntries(two.map((path, at) => [path, `---\nname: Zoe ${at}\n---\n`])))
    if (readdirSync(join(root, 'customers')).length < 5) return // a disk on which both are one name
    expect(JSON.parse(dossier(root, ['customer', 'list', '--json']).stdout)).toMatchObject({ total: 4 })
    const before = snapshot(root)
    expectCalm(dossier(root, ['check']))
    expectCalm(dossier(root, ['repair']))
    expect(snapshot(root)).toBe(before)
  })

  test('a name as long as a disk allows is read, and can be changed', () => {
    const path = `customers/acme/contacts/${'n'.repeat(252)}.md`
    const root = small({ [path]: '---\nname: Long\nemail: long@acme.example\n---\n' })
    expect(JSON.parse(dossier(root, ['contact', 'list', '--json']).stdout)).toMatchObject({ total: 1 })
    expect(dossier(root, ['contact', 'set', 'long@acme.example', 'title=CTO'])).toMatchObject({ status: 0 })
    expect(git(root, 'show', `HEAD:${path}`)).toContain('title: CTO')
    expectCalm(dossier(root, ['check']))
  })

  test('a name nobody has, of any kind, is refused in words', () => {
    const root = small()
    expect(dossier(root, ['set', 'nobody-at-all', 'industry=x'])).toMatchObject({ status: 3, stdout: '' })
    expect(dossier(root, ['set', 'nobody-at-all', 'industry=x']).stderr).toMatch(/^Error: There is no record "nobody-at-all"\./)
  })

  test('a new name longer than a disk allows becomes a slug it does allow', () => {
    const root = small()
    expect(dossier(root, ['customer', 'new', 'Very Long Company Name '.repeat(40)])).toMatchObject({ status: 0 })
    const made = readdirSync(join(root, 'customers')).filter((name) => name.startsWith('very-long'))
    expect(made.map((name) => name.length <= 60)).toEqual([true])
  })
})

describe('sizes', calm, () => {
  test('a file of 50 MB among the customers is told of, and hides nobody', () => {
    const root = small()
    const line = 'Notes that somebody pasted, again and again.\n'
    writeFileSync(join(root, 'customers/globex/customer.md'), `---\nname: Globex\n---\n${line.repeat(1_200_000)}`)
    const list = dossier(root, ['customer', 'list', '--json'])
    expectCalm(list)
    expect(JSON.parse(list.stdout)).toMatchObject({ total: 2 })
    for (const args of [['customer', 'show', 'globex'], ['check'], ['customer', 'context', 'globex'], ['task', 'list']]) {
      const told = dossier(root, args)
      expectCalm(told)
      expect(told.stdout.length, args.join(' ')).toBeLessThan(60e6)
    }
  })

  test('50 MB of front matter are refused or read, and hide nobody', () => {
    const root = small()
    const file = openSync(join(root, 'customers/globex/customer.md'), 'w')
    writeSync(file, '---\nname: Globex\nzz: "')
    for (let at = 0; at < 50; at++) writeSync(file, 'x'.repeat(1_000_000))
    writeSync(file, '"\n---\n')
    closeSync(file)
    const list = dossier(root, ['customer', 'list'])
    expectCalm(list)
    expect(list.stdout).toContain('acme')
  })

  test('a CSV of 50,000 lines is planned within bounds, and nothing is written', { timeout: 300_000 }, () => {
    const root = small()
    const file = openSync(join(root, '..', `${root.split('/').at(-1)}.csv`), 'w')
    const path = join(root, '..', `${root.split('/').at(-1)}.csv`)
    writeSync(file, 'Account Name,Website,Industry\n')
    for (let at = 0; at < 5; at++)
      writeSync(
        file,
        Array.from({ length: 10_000 }, (_, row) => `Company ${at * 10_000 + row},c${at * 10_000 + row}.example,Retail\n`).join(
          '',
        ),
      )
    closeSync(file)
    const before = [snapshot(root), gitState(root)]
    const told = dossier(root, ['import', 'csv', path, '--quiet'], { env: { NODE_OPTIONS: '--max-old-space-size=300' } })
    writeFileSync(path, '')
    expectCalm(told)
    expect(told.stdout.length).toBeLessThan(100_000)
    expect([snapshot(root), gitState(root)]).toEqual(before)
  })
})

describe('conditions', calm, () => {
  const list = '[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20]'
  const endless = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].reduceRight((inner, name) => `${list}.all(${name}, ${inner})`, 'true')

  test.for([
    ['loops in loops', endless],
    ['a thousand brackets', `${'('.repeat(1_000)}true${')'.repeat(1_000)}`],
    ['a long chain', Array.from({ length: 5_000 }, () => 'amount > 1').join(' && ')],
    ['a pattern that backtracks', `name.matches("(a+)+$") || "${'a'.repeat(40)}!".matches("(a+)+$")`],
    ['a text that doubles', `"x"${'.replace("x", "xx")'.repeat(60)} == ""`],
  ] as const)('%s: an answer or a reason, soon', ([, where]) => {
    const told = dossier(small(), ['pipeline', '--where', where])
    expectCalm(told)
    if (told.status !== 0) expect(told.stderr).toMatch(/^Error: /)
  })
})
