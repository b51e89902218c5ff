import * as fc from 'fast-check'

/** One entry of a made-up file: its lines, and what they mean. `repeated` is set where an alias elsewhere depends on it. */
type MadeEntry = { key: string; lines: string[]; value: unknown; features: string[]; repeated?: boolean }
export type MadeFile = {
  path: string
  text: string
  /** The text before and after the front matter, and each run of lines in between with the key it belongs to. */
  head: string
  runs: { key?: string; text: string }[]
  tail: string
  entries: MadeEntry[]
  features: string[]
  eol: string
}

export const allFeatures = [
  'CRLF',
  'comment',
  'block scalar',
  'flow',
  'anchor',
  'no final newline',
  'duplicate key',
  'unicode',
  'no front matter',
  'empty value',
] as const

const words = ['Acme', 'two words', 'Ünï 🚀', '日本', "it's", 'x'] as const
const word = fc.constantFrom(...words)
const unicodeIn = (...texts: string[]) => (texts.some((text) => /[^ -~]/.test(text)) ? ['unicode'] : [])
const comment = fc.option(fc.constantFrom('# why', '#', '# a: b', '# é "x'), { nil: '' })

type Shape = { lines: (key: string, note: string) => string[]; value: unknown; features: string[] }
const beside = (text: string) => (key: string, note: string) => [`${key}:${text && ' '}${text}${note && '  '}${note}`]
const shape = (lines: Shape['lines'], value: unknown, ...features: string[]): Shape => ({ lines, value, features })

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
const body = fc.array(fc.oneof({ weight: 4, arbitrary: word }, fc.constantFrom('key: value', '# no comment', '- a', '')), {
  minLength: 1,
  maxLength: 4,
})
const spoken = body.filter((lines) => lines[0] !== '' && lines.at(-1) !== '')

const shapes: fc.Arbitrary<Shape> = fc.oneof(
  word.map((text) => shape(beside(text), text, ...unicodeIn(text))),
  fc.integer().map((number) => shape(beside(String(number)), number)),
  word.map((text) => shape(beside(quoted(text)), text, ...unicodeIn(text))),
  word.map((text) => shape(beside(JSON.stringify(text)), text, ...unicodeIn(text))),
  fc.constant(shape(beside(''), null, 'empty value')),
  fc.constant(shape(beside('!!str 12'), '12')),
  fc.constant(shape((key) => [`? ${key}`, ': 12'], 12)),
  word.map((text) => shape((key, note) => [`${key}:`, `  ${text}${note && ' '}${note}`], text, ...unicodeIn(text))),
  fc
    .tuple(spoken, fc.constantFrom('', '-'))
    .map(([lines, chomp]) =>
      shape(
        (key, note) => [`${key}: |${chomp}${note && ' '}${note}`, ...lines.map((line) => (line ? `  ${line}` : ''))],
        lines.join('\n') + (chomp ? '' : '\n'),
        'block scalar',
        ...unicodeIn(...lines),
      ),
    ),
  spoken.map((lines) =>
    shape(
      (key) => [`${key}: |+`, ...lines.map((line) => (line ? `   ${line}` : '')), ''],
      `${lines.join('\n')}\n\n`,
      'block scalar',
    ),
  ),
  fc
    .array(word, { minLength: 1, maxLength: 3 })
    .map((texts) =>
      shape(
        (key, note) => [`${key}: >-${note && ' '}${note}`, ...texts.map((text) => `    ${text}`)],
        texts.join(' '),
        'block scalar',
        ...unicodeIn(...texts),
      ),
    ),
  fc
    .array(word, { maxLength: 3 })
    .map((texts) => shape(beside(`[${texts.map(quoted).join(',  ')}]`), texts, 'flow', ...unicodeIn(...texts))),
  fc
    .array(word, { minLength: 1, maxLength: 3 })
    .map((texts) =>
      shape((key, note) => [`${key}: [${note && ' '}${note}`, ...texts.map((text) => `  ${quoted(text)},`), ']'], texts, 'flow'),
    ),
  word.map((text) => shape(beside(`{p: ${quoted(text)}, "q":1, r}`), { p: text, q: 1, r: null }, 'flow')),
  fc
    .tuple(fc.array(word, { minLength: 1, maxLength: 3 }), fc.constantFrom('', '  ', '    '))
    .map(([texts, indent]) =>
      shape(
        (key, note) => [
          `${key}:${note && ' '}${note}`,
          ...texts.map((text) => `${indent}- ${quoted(text)}${note && ' '}${note}`),
        ],
        texts,
      ),
    ),
  fc
    .tuple(word, fc.constantFrom('  ', '    '))
    .map(([text, indent]) =>
      shape(
        (key, note) => [`${key}:`, `${indent}p: |`, `${indent}  ${text}`, `${indent}q: 1${note && ' '}${note}`, `${indent}r:`],
        { p: `${text}\n`, q: 1, r: null },
      ),
    ),
  fc.constant(shape((key) => [`${key}:`, '- p: 1', '  q: [x]', '- p: 2'], [{ p: 1, q: ['x'] }, { p: 2 }], 'flow')),
)

const keys = ['name', 'stage', 'amount', 'tags', 'meddpicc', '"quoted key"', '2026', 'naïve'] as const
const plainKey = (key: string) => key.replaceAll('"', '')

const entries = fc
  .uniqueArray(fc.record({ key: fc.constantFrom(...keys), shape: shapes, note: comment, anchor: fc.nat(5) }), {
    selector: ({ key }) => key,
    maxLength: 6,
  })
  .map((made) =>
    made.flatMap(({ key, shape: { lines, value, features }, note, anchor }, at): MadeEntry[] => {
      const written = lines(key, note)
      const own = [...features, ...(note ? ['comment'] : []), ...(key === 'naïve' ? ['unicode'] : [])]
      const entry = { key: plainKey(key), lines: written, value, features: own }
      if (anchor > 1 || key.startsWith('?') || written[0]!.startsWith('?') || /!!|: *$/.test(written[0]!)) return [entry]
      const anchored = [written[0]!.replace(': ', `: &a${at} `), ...written.slice(1)]
      const named = { ...entry, lines: anchored, features: [...own, 'anchor'], repeated: anchor === 1 }
      return anchor === 0 ? [named] : [named, { key: `again${at}`, lines: [`again${at}: *a${at}`], value, features: ['anchor'] }]
    }),
  )

const between = fc.option(fc.constantFrom('', '# between', '# a: 1'), { nil: undefined, freq: 3 })

/** Files as people write them: every way to write a value, a comment, a line end and a last line. */
export const anyFile: fc.Arbitrary<MadeFile> = fc
  .record({
    entries,
    gaps: fc.array(between, { minLength: 14, maxLength: 14 }),
    twice: fc.nat(14),
    eol: fc.constantFrom('\n', '\n', '\r\n'),
    kind: fc.constantFrom('markdown', 'markdown', 'markdown', 'yaml', 'bare'),
    bom: fc.nat(9).map((number) => (number === 0 ? '\uFEFF' : '')),
    last: fc.nat(3),
    running: fc.constantFrom('', '\n# Acme\n\n- name: x\n---\n', 'Text: 日本\n', '---- \n\n'),
  })
  .map(({ entries: made, gaps, twice, eol, kind, bom, last, running }) => {
    const features = new Set<string>(eol === '\r\n' ? ['CRLF'] : [])
    const all =
      twice === 0 && made.length > 0 && kind !== 'bare' ? [...made, { ...made[0]!, lines: ['"' + made[0]!.key + '": 1'] }] : made
    if (all !== made) features.add('duplicate key')
    const runs: MadeFile['runs'] = []
    if (kind !== 'bare')
      all.forEach(({ key, lines, features: own }, at) => {
        const gap = gaps[at]
        // A blank line below `|+` would be its content, also once the entry between is gone; a comment line ends it.
        const isBelowKeep = all.slice(Math.max(0, at - 2), at).some((above) => above.lines[0]!.includes('|+'))
        const above = isBelowKeep && gap === '' ? '# between' : gap
        if (above !== undefined) runs.push({ text: above + eol })
        if (above?.startsWith('#')) features.add('comment')
        runs.push({ key, text: lines.map((line) => line + eol).join('') })
        for (const feature of own) features.add(feature)
      })
    const fence = kind === 'markdown' ? `---${eol}` : ''
    const rest = kind === 'yaml' ? '' : running.replaceAll('\n', eol)
    const head = bom + fence
    let tail = fence + rest
    if (kind === 'bare') features.add('no front matter')
    if (last === 0 && kind !== 'yaml' && tail.endsWith(eol)) {
      tail = tail.slice(0, -eol.length)
      features.add('no final newline')
    }
    const keeps = all.at(-1)?.lines[0]?.includes('|+')
    if (last === 0 && kind === 'yaml' && runs.length > 0 && !keeps) {
      runs.at(-1)!.text = runs.at(-1)!.text.slice(0, -eol.length)
      features.add('no final newline')
    }
    const text = head + runs.map((run) => run.text).join('') + tail
    if (unicodeIn(rest).length > 0) features.add('unicode')
    const path = kind === 'yaml' ? 'workspace-setup/a.yaml' : 'customers/acme/customer.md'
    return { path, text, head, runs, tail, entries: kind === 'bare' ? [] : made, features: [...features], eol }
  })

const text = fc.oneof(
  word,
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc
    .array(fc.oneof(word, fc.constantFrom('', ' ', '  deep', '# x', 'a: b', '\t')), { maxLength: 4 })
    .map((lines) => lines.join('\n')),
  fc.constantFrom(
    'yes',
    'null',
    '',
    '- x',
    'a: b',
    '# x',
    '2026-01-02',
    '+491701234567',
    '007',
    '1e3',
    '*a',
    '&a',
    '!b',
    '...',
    '---',
    'a, b]',
  ),
)
const scalar = fc.oneof(
  text,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0 || 0),
  fc.boolean(),
  fc.constant(null),
)
const short = { maxLength: 3 }
const flat = fc.dictionary(text, scalar, { maxKeys: 3, noNullPrototype: true })

/** Values as a seller, an agent or an import may set them. */
export const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: scalar },
  { weight: 2, arbitrary: fc.array(scalar, short) },
  {
    weight: 1,
    arbitrary: fc.dictionary(text, fc.oneof(scalar, fc.array(scalar, short), flat), { maxKeys: 3, noNullPrototype: true }),
  },
  { weight: 1, arbitrary: fc.array(fc.oneof(flat, fc.array(scalar, short)), short) },
)
