import type Handlebars from 'handlebars'
import { suggestNames } from '../condition/names.ts'
import type { Problem } from '../problem.ts'

/** A word a template may call, such as `{{money amount}}`. */
type TemplateWord = (...values: unknown[]) => string

/** Where a template stands: `line` is that of its first line in the file, so that problems have their place. */
type Place = { path: string; line?: number; words?: Record<string, TemplateWord> }

type Filled = { text: string; problems?: undefined } | { problems: Problem[]; text?: undefined }

/** A template that can be filled. Every name it uses must be a key of the data; null is a value, absent is a problem. */
export type Template = { fill(data: Record<string, unknown>): Filled }

type Compiled = { template: Template; problems?: undefined } | { problems: Problem[]; template?: undefined }

type Loc = { start: { line: number; column: number } }
type Options = { loc: Loc; fn(context: unknown, more?: object): string; inverse(context: unknown): string; data: object }

/** A name that is not in the data, found by a block of ours. */
class Unknown extends Error {
  readonly at: Loc['start']
  constructor(at: Loc['start']) {
    super('unknown')
    this.at = at
  }
}

/** Compiles a template in handlebars: of a report, a context, a mail. What is wrong in it comes back with file and line. */
export async function compileTemplate(text: string, { path, line = 1, words = {} }: Place): Promise<Compiled> {
  const { default: library } = await import('handlebars')
  const own = library.create()
  own.registerHelper({ ...blocks(own), ...words } as Handlebars.HelperDeclareSpec)
  const at = (row: number, column: number, message: string, expected?: string): Problem => ({
    path,
    line: line + row - 1,
    column,
    message,
    ...(expected && { expected }),
    severity: 'error',
  })
  const { parsed, fault } = parse(library, text)
  if (fault) return { problems: [at(fault.row, 1, fault.message, 'handlebars such as {{name}} or {{#each deals}} … {{/each}}')] }
  const { paths, parts } = readPaths(library, parsed)
  const [part] = parts
  const inherited = paths.find((used) => used.parts.some((key) => key in Object.prototype))
  if (inherited) {
    const { line: row, column } = inherited.at
    return { problems: [at(row, column + 1, `There is no "${inherited.parts.join('.')}" here.`)] }
  }
  if (part)
    return { problems: [at(part.line, part.column + 1, 'A template holds no other templates.', 'its text in this place')] }
  const run = own.compile(parsed, { noEscape: true, strict: true, preventIndent: true })
  return {
    template: {
      fill(data) {
        try {
          return { text: run(data, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false }) }
        } catch (error) {
          const found = placeOf(error, paths)
          if (!found) throw error
          const name = nameAt(text, found.row, found.column)
          const known = [...keysIn(data), ...Object.keys(words)]
          return { problems: [at(found.row, found.column + 1, `There is no "${name}" here.`, suggestNames(name, known))] }
        }
      },
    },
  }
}

type Parsed = { parsed: hbs.AST.Program; fault?: undefined } | { fault: { row: number; message: string }; parsed?: undefined }

/** Without what handlebars does about white space: that is done once, by what compiles it. */
function parse(library: typeof Handlebars, text: string): Parsed {
  try {
    return { parsed: library.parseWithoutProcessing(text) }
  } catch (error) {
    const said = (error as Error).message
    const row = Number(/Parse error on line (\d+)|- (\d+):\d+$/.exec(said)?.slice(1).find(Boolean) ?? 1)
    const [, open, closed] = /^(\S+) doesn't match (\S+)/.exec(said) ?? []
    const wrong = open ? `"${open}" is closed by "${closed}".` : /got 'EOF'/.test(said) ? 'A block is not closed.' : undefined
    const message = `The template cannot be read: ${wrong ?? `something is wrong near "${lineAt(text, row)}".`}`
    return { fault: { row, message } }
  }
}

/** The blocks of handlebars, but for names that do not exist: those are told instead of counting as false. */
function blocks(library: typeof Handlebars): Record<string, (...args: never[]) => unknown> {
  const originals = { ...library.helpers }
  const call = (name: string) =>
    function (this: unknown, value: unknown, options: Options) {
      if (value === undefined) throw new Unknown(options.loc.start)
      return (originals[name] as (...args: unknown[]) => unknown).call(this, value, options)
    }
  return Object.fromEntries(['if', 'unless', 'each', 'with'].map((name) => [name, call(name)]))
}

/** Every name a template uses, and the other templates it calls for, each with its place. */
function readPaths(library: typeof Handlebars, parsed: hbs.AST.Program) {
  const paths: { parts: string[]; at: Loc['start'] }[] = []
  const parts: Loc['start'][] = []
  const visitor = new library.Visitor()
  visitor.PathExpression = (used) => void paths.push({ parts: used.parts.map(String), at: used.loc.start })
  visitor.PartialStatement = (part) => void parts.push(part.loc.start)
  visitor.PartialBlockStatement = (part) => void parts.push(part.loc.start)
  visitor.accept(parsed)
  return { paths, parts }
}

function placeOf(error: unknown, paths: ReturnType<typeof readPaths>['paths']): { row: number; column: number } | undefined {
  if (error instanceof Unknown) return { row: error.at.line, column: error.at.column }
  const said = (error as Error).message
  const [, row, column] = / not defined in [\s\S]* - (\d+):(\d+)$/.exec(said) ?? []
  if (row !== undefined) return { row: Number(row), column: Number(column) }
  const [, key] = /^Cannot use 'in' operator to search for '(.*?)' in /.exec(said) ?? []
  const used = paths.find(({ parts }) => key !== undefined && parts.slice(1).includes(key))
  return used && { row: used.at.line, column: used.at.column }
}

const lineAt = (text: string, row: number) => (text.split(/\r?\n/)[row - 1] ?? '').trim().slice(0, 60)

/** The name that stands at a place of a template: `{{#each deal}}` gives `deal`. */
function nameAt(text: string, row: number, column: number): string {
  const rest = (text.split(/\r?\n/)[row - 1] ?? '').slice(column)
  const [, name = ''] = /^(?:\{\{[~#^/&]*\s*(?:(?:if|unless|each|with)\s+)?)?([\w.@/-]*)/.exec(rest) ?? []
  return name
}

/** Names anywhere in the data, for suggestions. */
function keysIn(data: unknown, deep = 4): string[] {
  if (Array.isArray(data)) return data.slice(0, 1).flatMap((item) => keysIn(item, deep))
  if (typeof data !== 'object' || data === null || deep === 0) return []
  return [...new Set(Object.entries(data).flatMap(([key, value]) => [key, ...keysIn(value, deep - 1)]))]
}
