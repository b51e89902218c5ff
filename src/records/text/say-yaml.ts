import type { YAMLError } from 'yaml'

/** The parser's complaints in words of people who have never read about YAML: what is wrong, and what to write. */
const words: Partial<Record<YAMLError['code'], [message: string, expected?: string]>> = {
  BAD_INDENT: [
    'A bracket or quote above is left open, or this line does not begin where it should.',
    'keys of one record under each other, and brackets closed',
  ],
  MISSING_CHAR: [
    'A quote, a bracket or a comma is missing here, or on the line before.',
    'quotes and brackets in pairs, commas between',
  ],
  BAD_SCALAR_START: ['A value may not begin with this sign.', 'the value in quotes'],
  BLOCK_AS_IMPLICIT_KEY: ['There are two colons in this line, or a key inside a value.', 'the value in quotes'],
  MULTILINE_IMPLICIT_KEY: ['This line has no colon, so it is neither a key nor its value.', 'a line such as name: Acme'],
  DUPLICATE_KEY: ['This key stands here twice.', 'each key once'],
  TAB_AS_INDENT: ['There is a tab at the start of the line.', 'spaces'],
  BAD_DQ_ESCAPE: ['After \\ in "double quotes" this letter means nothing.', "a \\\\, or 'single quotes'"],
  MULTIPLE_DOCS: ['A second --- begins another document in this file.', 'one document in a file'],
  UNEXPECTED_TOKEN: ['Something here is neither a key nor a value.', 'lines such as name: Acme'],
  KEY_OVER_1024_CHARS: ['This key is longer than 1,024 letters.', 'a short key, and the text as its value'],
  RESOURCE_EXHAUSTION: ['Values are nested more than a hundred deep here.', 'a list or keys of their own, less deep'],
  BAD_ALIAS: ['After * comes a name that may not stand there.', 'the value in quotes'],
}

/** A complaint of the YAML parser as a message and what would have been right; one that has no words of its own stays as it is. */
export const sayYaml = ({ code, message }: YAMLError): [message: string, expected?: string] => words[code] ?? [firstLine(message)]

/** The first line of a complaint, without the place, which is told apart. */
export const firstLine = (message: string) => `${message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '')}.`
