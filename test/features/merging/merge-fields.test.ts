import { describe, expect, test } from 'vitest'
import { isRefusal } from '../../../src/features/merging/consent.ts'
import { mergeFields } from '../../../src/features/merging/merge-fields.ts'

type Data = Record<string, unknown>
const customer = (a: Data, b: Data) => mergeFields('customer', { name: 'A', ...a }, { name: 'A', ...b })
const contact = (a: Data, b: Data) => mergeFields('contact', { name: 'A', ...a }, { name: 'A', ...b })
const set = (field: string, value: unknown) => ({ do: 'set', field: field.split('.'), value })
const add = (field: string, value: unknown) => ({ do: 'add', field: [field], value })

describe('of customers', () => {
  test.each<[Data, Data, object[]]>([
    [{}, { industry: 'Steel' }, [set('industry', 'Steel')]],
    [{ industry: 'Food' }, { industry: 'Steel' }, []],
    [{}, { name: 'B', aliases: ['a', 'C'] }, [add('aliases', 'B'), add('aliases', 'C')]],
    [{}, { domain: 'b.example', domains: ['c.example'] }, [set('domain', 'b.example'), add('domains', 'c.example')]],
    [{ domain: 'a.example' }, { domain: 'www.A.example', domains: ['b.example'] }, [add('domains', 'b.example')]],
    [{ tags: ['x'] }, { tags: ['X', 'y'] }, [add('tags', 'y')]],
    [{ external: { sf: '1' } }, { external: { sf: '1', hubspot: '2' } }, [set('external.hubspot', '2')]],
    [{ imported: { Rank: '1' } }, { imported: { Rank: '2', Size: '3' } }, [set('imported.Size', '3')]],
    [{ stage: 'lead' }, { stage: 'success', workflow: 'other' }, []],
    [{}, { stage: 'success', workflow: 'other' }, [set('stage', 'success'), set('workflow', 'other')]],
    [{}, { archived: '2026-01-01', share: 'group', redirect: 'x', industry: null, tags: [] }, []],
  ])('%j and %j', (a, b, edits) => expect(customer(a, b).edits).toEqual(edits))

  test('what differs is told with both values, an id with its place in the stub', () => {
    const { differing, ids } = customer(
      { segment: 'smb', external: { sf: '1' }, stage: 'lead' },
      { segment: 'enterprise', external: { sf: '2' }, workflow: 'other', share: 'group' },
    )
    expect(differing).toEqual([
      { field: 'segment', kept: 'smb', was: 'enterprise' },
      { field: 'external.sf', kept: '1', was: '2' },
      { field: 'workflow', kept: null, was: 'other' },
      { field: 'share', kept: null, was: 'group' },
    ])
    expect(ids).toEqual({ sf: '2' })
  })
})

describe('of contacts', () => {
  test.each<[Data, Data, object[]]>([
    [{}, { email: 'b@x.example', emails: ['c@x.example'] }, [set('email', 'b@x.example'), add('emails', 'c@x.example')]],
    [{ email: 'a@x.example' }, { email: 'A@x.example', emails: ['c@x.example'] }, [add('emails', 'c@x.example')]],
    [{}, { consent: true }, [set('consent', true)]],
    [{ consent: true }, { consent: false }, [set('consent', false)]],
    [{ consent: false }, { consent: true }, []],
    [{ consent: { given: true } }, { consent: { given: true, calls: false } }, [set('consent.calls', false)]],
    [{ email: 'a@x.example' }, { email: 'a@x.example', bounced: { on: '2026-01-01' } }, [set('bounced', { on: '2026-01-01' })]],
    [{ email: 'a@x.example' }, { email: 'b@x.example', bounced: { on: '2026-01-01' } }, [add('emails', 'b@x.example')]],
    [{}, { status: 'left', moved_to: 'globex' }, []],
  ])('%j and %j', (a, b, edits) => expect(contact(a, b).edits).toEqual(edits))

  test('another name is told', () => {
    expect(mergeFields('contact', { name: 'Jo' }, { name: 'Joe' }).differing).toEqual([{ field: 'name', kept: 'Jo', was: 'Joe' }])
  })
})

test.each([
  [false, true],
  [{ given: false }, true],
  ['opt-out', true],
  ['No', true],
  [true, false],
  ['opt-in', false],
  ['Norwegian law', false],
  [{ given: true }, false],
  [undefined, false],
])('%j is a no: %s', (consent, no) => expect(isRefusal(consent)).toBe(no))
