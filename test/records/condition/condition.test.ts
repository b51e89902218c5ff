import { describe, expect, test } from 'vitest'
import { compileCondition, compileExpression, type Place } from '../../../src/records/condition/compile.ts'
import { evaluate, evaluateValue } from '../../../src/records/condition/evaluate.ts'
import type { Scope } from '../../../src/records/condition/step.ts'

const names = {
  customer: ['name', 'type', 'stage', 'tags', 'health', 'text', 'revenue'],
  deal: [
    'name',
    'type',
    'stage',
    'amount',
    'count',
    'probability',
    'won',
    'close_date',
    'meddpicc',
    'lines',
    'plan_tier',
    'toString',
  ],
  contact: ['name', 'email', 'role'],
  activity: ['type', 'date', 'sentiment', 'subject'],
  task: ['title', 'due', 'done'],
}
const about: Place = { about: 'deal', names, clock: 'where' }

const scope: Scope = {
  today: '2026-11-20',
  zone: 'Europe/Berlin',
  now: new Date('2026-11-20T10:00:00Z'),
  me: 'ada',
  health_score: 35,
  no_activity: 31,
  text: 'the budget is approved',
  customer: { name: 'Acme', type: 'customer', tags: ['vip', 'emea'], revenue: null },
  deal: {
    name: 'Renewal',
    type: 'renewal',
    stage: 'discovery',
    amount: 1500,
    count: 5,
    probability: 0.5,
    won: false,
    close_date: '2026-11-01',
    meddpicc: { champion: { text: 'Jo Park', contact: 'jo-park' }, metrics: 'saves 2 days', pain: { on: '2026-01-01' } },
    lines: [{ product: 'seats', quantity: 3 }],
  },
  deals: [{ name: 'a', amount: 100, stage: 'won' }, { name: 'b', amount: 900 }, { name: 'c' }],
  contacts: [{ name: 'Jo', role: 'champion' }],
  activities: [
    { type: 'call', date: '2026-11-18T23:30:00Z', sentiment: 'positive' },
    { type: 'email', date: '2026-11-10T09:00:00+01:00', sentiment: -0.5 },
  ],
  tasks: [],
  before: { stage: 'lead', meddpicc: { champion: { text: 'Jo' } } },
  after: { stage: 'discovery' },
}

const gives = (text: string, given: Scope = scope) => {
  const { condition, problems } = compileExpression(text, about)
  if (problems) throw new Error(JSON.stringify(problems))
  return evaluateValue(condition, given)
}
const refuses = (text: string, place: Partial<Place> = {}) => compileCondition(text, { ...about, ...place }).problems?.[0]

describe('values', () => {
  test.each<[string, unknown]>([
    ['amount', 1500],
    ['deal.amount', 1500],
    ['customer.name', 'Acme'],
    ['deal.type', 'renewal'],
    ['customer.type', 'customer'],
    ['before.stage != after.stage', true],
    ['before.meddpicc.champion', 'Jo'],
    ['after.meddpicc.champion', null],
    ['text.contains("budget")', true],
    ['customer.text', null],
    ['today', '2026-11-20'],
    ['now', '2026-11-20T10:00:00.000Z'],
    ['me == "ada"', true],
    ['health_score < 40 && no_activity > 30', true],
    ['plan_tier', null],
    ['plan_tier == null', true],
    ['plan_tier != null', false],
    ['amount == null', false],
    ['null == amount', false],
    ['meddpicc.champion', 'Jo Park'],
    ['meddpicc["champion"]', 'Jo Park'],
    ['["champion"].map(k, meddpicc[k])', ['Jo Park']],
    ['meddpicc.metrics', 'saves 2 days'],
    ['meddpicc.pain', null],
    ['meddpicc.competition', null],
    ['has(meddpicc.champion)', true],
    ['has(meddpicc.competition)', false],
    ['has(customer.revenue)', false],
    ['has(amount)', true],
    ['has(plan_tier)', false],
    ['activities.map(a, a.sentiment)', [1, -0.5]],
    ['activities[0].sentiment > 0', true],
    ['lines[0].product', 'seats'],
    ['lines[0].nothing', null],
    ['"vip" in customer.tags', true],
    ['stage in ["lead", "discovery"]', true],
    ['1500 in [amount]', true],
    ['plan_tier in ["gold"]', false],
    ['"champion" in meddpicc', true],
    ['amount > 5 ? "big" : null', 'big'],
    ['amount < 5 ? "big" : null', null],
  ])('%s', (text, value) => expect(gives(text)).toEqual({ value }))
})

describe('numbers of the text and of files mix', () => {
  test.each<[string, unknown]>([
    ['amount * 2 > 1000', true],
    ['count + 1', 6],
    ['1 + count', 6],
    ['count - 7', -2],
    ['count / 2', 2.5],
    ['5 / 2', 2],
    ['count % 2', 1],
    ['7 % count', 2],
    ['7.5 % 2', 1.5],
    ['-count', -5],
    ['-count < 0', true],
    ['size(deals) * probability', 1.5],
    ['size(deals) >= 3', true],
    ['amount == 1500', true],
    ['amount == 1500.0', true],
    ['1500 == amount', true],
    ['probability < 1', true],
    ['3 > probability', true],
    ['1.0 == 1', true],
    ['amount == "1500"', false],
    ['days_since(close_date) / 2', 9.5],
  ])('%s', (text, value) => expect(gives(text)).toEqual({ value }))
})

describe('days and times', () => {
  test.each<[string, unknown]>([
    ['days_since(close_date)', 19],
    ['days_since("2026-12-01")', -11],
    ['days_since(today)', 0],
    ['days_until(today)', 0],
    ['days_until("2026-12-01")', 11],
    ['days_until(close_date)', -19],
    ['days_since(activities[0].date)', 1],
    ['days_since(timestamp("2026-11-18T12:00:00Z"))', 2],
    ['close_date < today', true],
    ['now > timestamp("2026-11-20T09:59:00Z")', true],
    ['now - duration("24h") < now', true],
    ['now - timestamp("2026-11-20T09:00:00Z") == duration("1h")', true],
    ['activities[1].date < now', true],
    ['activities[0].date >= "2026-11-19"', true],
    ['activities[0].date > "2026-11-19"', false],
    ['now.getHours()', 10],
  ])('%s', (text, value) => expect(gives(text)).toEqual({ value }))
})

describe('lists', () => {
  test.each<[string, unknown]>([
    ['deals.exists(d, d.amount > 500)', true],
    ['deals.exists(d, d.stage == "won")', true],
    ['deals.exists_one(d, d.stage == "won")', true],
    ['activities.all(a, a.type != "meeting")', true],
    ['tasks.all(t, t.done == true)', true],
    ['deals.filter(d, d.amount != null).map(d, d.amount)', [100, 900]],
    ['deals.filter(d, d.amount != null).exists(d, d.amount == 900)', true],
    ['deals.map(d, d.amount == null, d.name)', ['c']],
    ['contacts.exists(c, deals.exists(d, d.name == "a" && c.role == "champion"))', true],
    ['deals.exists(amount, amount.name == "b")', true],
    ['[1, 2] + [3] == [1, 2, 3.0]', true],
    ['{"a": [1]} == {"a": [1]}', true],
  ])('%s', (text, value) => expect(gives(text)).toEqual({ value }))
})

const holds = (text: string) => {
  const { condition, problems } = compileCondition(text, about)
  if (problems) throw new Error(JSON.stringify(problems))
  const { holds: answer, noData } = evaluate(condition, { ...scope, health_score: null, deal: { name: 'R', count: 5 } })
  return { holds: answer, noData }
}

describe('what has no data does not hold and says so', () => {
  test.each<[string, boolean, string[] | undefined]>([
    ['amount > 100', false, ['amount']],
    ['amount + 1 > 100', false, ['amount']],
    ['-amount < 0', false, ['amount']],
    ['!won', false, ['won']],
    ['won', false, ['won']],
    ['health_score < 40', false, ['health_score']],
    ['health_score < 40 || count > 3', true, undefined],
    ['count > 3 || health_score < 40', true, undefined],
    ['health_score < 40 && count > 3', false, ['health_score']],
    ['health_score < 40 && count > 9', false, undefined],
    ['health_score < 40 && amount > 3', false, ['health_score', 'amount']],
    ['!(amount > 100)', false, ['amount']],
    ['amount > 100 ? true : true', false, ['amount']],
    ['days_since(close_date) > 3', false, ['close_date']],
    ['close_date < today', false, ['close_date']],
    ['meddpicc.champion.contains("Jo")', false, ['meddpicc.champion']],
    ['customer.revenue > 5', false, ['customer.revenue']],
    ['before.amount < after.amount', false, ['before.amount', 'after.amount']],
    ['lines.exists(l, l.quantity > 1)', false, ['lines']],
    ['"x" in lines', false, ['lines']],
    ['size(lines) > 0', false, ['lines']],
    ['deals.all(d, d.amount > 5)', false, ['deals.amount']],
    ['tasks[0].done', false, ['tasks']],
    ['amount == null', true, undefined],
    ['amount != 5', true, undefined],
    ['has(meddpicc.champion)', false, undefined],
  ])('%s', (text, answer, noData) => expect(holds(text)).toEqual({ holds: answer, noData }))
})

describe('what makes no sense does not hold and says why', () => {
  test.each<[string, string]>([
    ['amount > name', 'a number cannot be compared with text'],
    ['amount && !won', 'a number is not true or false'],
    ['name', 'text is not true or false'],
    ['count / 0 > 1', 'division by zero'],
    ['1 % 0 == 1', 'division by zero'],
    ['amount.contains("1")', 'contains() has no answer for a number and text'],
    ['days_since(name) > 1', '"Renewal" is no day'],
    ['amount.exists(x, true)', 'a number has no elements'],
    ['9223372036854775807 + 1 > 0', 'the number is too large'],
  ])('%s', (text, wrong) => {
    const { condition } = compileCondition(text, about)
    expect(evaluate(condition!, scope)).toMatchObject({ holds: false, wrong })
  })
})

describe('problems have a place and the names that exist', () => {
  test.each<[string, number, string, string | undefined]>([
    ['amuont > 5', 1, 'There is no "amuont" in a deal.', 'one of amount, count'],
    ['amount > 5 && customer.stag == "x"', 24, 'There is no "stag" in a customer.', 'one of stage, tags'],
    ['deals.exists(d, d.amont > 5)', 19, 'There is no "amont" in a deal.', 'one of amount'],
    ['type == "renewal"', 1, '"type" alone could be any type; say whose.', 'deal.type'],
    ['contact.email == ""', 1, 'There is no contact here: the condition is about one deal.', 'deal or customer'],
    ['deals.amount > 5', 7, 'A list has no "amount"; its elements may.', 'deals.exists'],
    ['name.matches("^(a+)+$")', 6, 'matches() is not available.', 'contains(), startsWith() or endsWith()'],
    ['siz(deals) > 1', 1, 'There is no function "siz" here.', 'one of size'],
    ['name.startWith("R")', 6, 'There is no function "startWith" here.', 'one of startsWith'],
    ['size() > 1', 1, 'size() takes 1 argument, not 0.', undefined],
    ['cel.bind(x, 1, x > 0)', 5, 'There is no function "bind" here.', 'one of '],
    ['text.contains("Budget")', 15, '"text" is in lower case.', '"budget"'],
    ['amount = 5', 8, 'Unexpected', '== to compare'],
    ['amount > 5 and won', 12, 'Unexpected', '&& for "and"'],
    ['(amount > 5', 12, 'Expected ")", got the end.', undefined],
    ['', 1, 'The condition is empty.', undefined],
    ['"a" + "b"', 1, 'A condition comes out true or false; this gives a text.', undefined],
    ['1 + "a" == 2', 1, 'int + string has no answer: the kinds do not go together.', undefined],
    ['won && "x"', 1, 'Logical operator requires', undefined],
    ['deals.all(a, deals.all(b, deals.all(c, true)))', 33, 'A walk through a list within', 'at most 2'],
    ['deals.all(d, deals.all(d, deals.all(d, true)))', 33, 'A walk through a list within', 'at most 2'],
    ['__proto__ == null', 1, 'Reserved', undefined],
    ['constructor == null', 1, 'There is no "constructor" in a deal.', 'one of '],
    ['customer.__proto__ == null', 10, 'There is no "__proto__" in a customer.', 'one of '],
    ['b"x" == b"x"', 1, 'Bytes are not used in conditions.', undefined],
  ])('%s', (text, column, message, expected) => {
    const problem = refuses(text)
    expect(problem).toMatchObject({ line: 1, column, severity: 'error' })
    expect(problem?.message).toContain(message)
    if (expected) expect(problem?.expected).toContain(expected)
  })

  test('the place in the file is added', () => {
    expect(refuses('amuont > 5', { path: 'a.yaml', line: 7, column: 11 })).toMatchObject({ path: 'a.yaml', line: 7, column: 11 })
    expect(refuses('won &&\n amuont > 5', { line: 7, column: 11 })).toMatchObject({ line: 8, column: 2 })
  })
  test('all of them are told', () => expect(compileCondition('a1 > 5 && b1 > 5', about).problems).toHaveLength(2))
  test('now is for --where', () => {
    expect(refuses('now > timestamp("2026-01-01T00:00:00Z")', { clock: 'rule' })?.message).toBe(
      '"now" is for --where; a rule counts whole days.',
    )
  })
  test('a long text and a deep one are refused', () => {
    expect(refuses(`${'won || '.repeat(2000)}won`)?.message).toContain('longer than')
    expect(refuses(`${'('.repeat(300)}won${')'.repeat(300)}`)?.message).toContain('Exceeded')
    expect(refuses(`${'!'.repeat(400)}won`)?.message).toBe('The condition nests too deeply.')
  })
})

describe('each kind has its record bare, and the customer', () => {
  test.each<[Place['about'], string, Scope]>([
    ['customer', 'name == "Acme" && customer.name == name', { today: '2026-11-20', customer: { name: 'Acme' } }],
    [
      'contact',
      'email == "j@x" && customer.name == "Acme"',
      { today: '2026-11-20', contact: { email: 'j@x' }, customer: { name: 'Acme' } },
    ],
    [
      'activity',
      'sentiment < 0 && activity.type == "call"',
      { today: '2026-11-20', activity: { sentiment: 'negative', type: 'call' } },
    ],
    ['task', 'days_since(due) > 0 && !task.done', { today: '2026-11-20', task: { due: '2026-11-19', done: false } }],
  ])('%s: %s', (kind, text, given) => {
    const { condition } = compileCondition(text, { about: kind, names, clock: 'rule' })
    expect(evaluate(condition!, given).holds).toBe(true)
  })
})

test('a built-in name wins over a field', () => {
  const { condition } = compileCondition('text == "said"', { about: 'customer', names, clock: 'rule' })
  expect(evaluate(condition!, { today: '2026-11-20', text: 'said', customer: { text: 'kept' } }).holds).toBe(true)
})

test('reads names the fields, and nothing else', () => {
  const { condition } = compileCondition(
    'amount > 5 && has(meddpicc.champion) && deals.exists(d, d.stage == customer.name)',
    about,
  )
  expect(condition?.reads).toEqual(['amount', 'meddpicc.champion', 'deals', 'deals.stage', 'customer.name'])
})

test('only what a condition reads is looked up', () => {
  const asked: string[] = []
  const given = new Proxy(scope, { get: (target, key) => (asked.push(String(key)), Reflect.get(target, key)) })
  evaluate(compileCondition('no_activity > 3', about).condition!, given)
  expect(asked).toEqual(['no_activity'])
})

describe('only own keys of plain data are seen', () => {
  test('toString of a record', () => expect(gives('toString')).toEqual({ value: null }))
  test.each(['meddpicc.constructor', 'meddpicc["__proto__"]', 'lines[0].__proto__', 'lines[0]["constr" + "uctor"]'])(
    '%s',
    (text) => expect(gives(text)).toEqual({ value: null }),
  )
  test('a map of the text cannot reach a prototype', () => {
    const { value } = gives('{"__proto__": {"polluted": true}}')
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

describe('nothing takes longer than anyone waits', () => {
  const many: Scope = {
    today: '2026-11-20',
    deals: Array.from({ length: 20_000 }, (_, amount) => ({ amount })),
    text: 'x'.repeat(400_000),
  }
  test.each([
    'deals.all(d, deals.exists(e, e.amount + d.amount < 0) == false)',
    'deals.all(d, !text.contains("abc"))',
    'deals.all(d, !(d.amount + 0.5 in deals.map(e, e.amount)))',
    'deals.all(d, text + "a" != text + "b")',
    'deals.map(d, text).join("") != ""',
    'deals.map(d, text.split("")) != []',
    'deals.all(d, size(text) > 1)',
  ])('%s', (text) => {
    const { condition } = compileCondition(text, about)
    expect(evaluate(condition!, many)).toMatchObject({ holds: false, wrong: expect.stringContaining('too much') })
  })
  test('one walk through all of them is fine', () => {
    const { condition } = compileCondition('deals.all(d, d.amount >= 0 && d.amount < 20000)', about)
    expect(evaluate(condition!, many).holds).toBe(true)
  })
})
