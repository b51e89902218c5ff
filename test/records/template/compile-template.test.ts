import { describe, expect, test } from 'vitest'
import { compileTemplate } from '../../../src/records/template/compile-template.ts'

const data = { title: 'Week 47', deals: [{ name: 'Renewal', amount: null }], owner: { name: 'Jo' }, none: [] }

async function fill(text: string, line?: number) {
  const compiled = await compileTemplate(text, {
    path: 't.md',
    ...(line && { line }),
    words: { loud: (x) => String(x).toUpperCase() },
  })
  return compiled.template ? compiled.template.fill(structuredClone(data)) : { text: undefined, problems: compiled.problems }
}

describe('filling', () => {
  test.each([
    ['{{title}}', 'Week 47'],
    ['{{#each deals}}- {{name}}{{#if amount}} for {{amount}}{{/if}}\n{{/each}}', '- Renewal\n'],
    ['{{#each none}}x{{else}}nothing{{/each}}', 'nothing'],
    ['{{owner.name}} {{#with owner}}{{name}}{{/with}} {{loud owner.name}}', 'Jo Jo JO'],
    ["It's <b> & {{title}}", "It's <b> & Week 47"],
  ])('%s', async (text, expected) => expect((await fill(text)).text).toBe(expected))
})

describe('what is wrong has its file and line', () => {
  test.each([
    ['one\n{{titel}}', 2, 'There is no "titel" here.'],
    ['{{#each deels}}x{{/each}}', 1, 'There is no "deels" here.'],
    ['a\nb {{#if amuont}}x{{/if}}', 2, 'There is no "amuont" here.'],
    ['{{#each deals}}\n{{nmae}}\n{{/each}}', 2, 'There is no "nmae" here.'],
    ['a\n{{#if title}}x', 2, 'The template cannot be read: A block is not closed.'],
    ['{{#if title}}x{{/each}}', 1, 'The template cannot be read: "if" is closed by "each".'],
    ['x\ny\n{{title', 3, expect.stringContaining('The template cannot be read')],
    ['{{title.constructor}}', 1, 'There is no "title.constructor" here.'],
    ['{{constructor}}', 1, 'There is no "constructor" here.'],
    ['a\n{{> part}}', 2, 'A template holds no other templates.'],
    ['{{#each deals}}{{name.first}}{{/each}}', 1, 'There is no "name.first" here.'],
    ['{{#each deals}}{{constructor}}{{/each}}', 1, expect.anything()],
  ])('%j', async (text, line, message) => {
    expect((await fill(text)).problems).toMatchObject([{ path: 't.md', line, message, severity: 'error' }])
  })

  test('the line counts from where the template begins in its file, and the nearest names are offered', async () => {
    expect((await fill('one\n{{titel}}', 7)).problems).toMatchObject([
      { line: 8, column: 3, expected: expect.stringContaining('title') },
    ])
  })
})
