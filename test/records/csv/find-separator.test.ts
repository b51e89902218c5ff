import { describe, expect, test } from 'vitest'
import { declaredSeparator, findSeparator } from '../../../src/records/csv/find-separator.ts'

describe('what stands between cells', () => {
  test.each<[separator: string, sample: string]>([
    [',', 'Name,City\nAda,London\n'],
    [';', 'Name;City\nAda;London\n'],
    ['\t', 'Name\tCity\nAda\tLondon\n'],
    ['|', 'Name|City\nAda|London\n'],
    [';', 'Name;City'],
    [',', 'Name'],
    [',', ''],
    [',', '\n\n"Name","City; Land"\n"Ada","London; UK"\n'],
    [';', 'Name;Betrag\nAda;1,50\nJo;2,75\n'],
    [';', 'Name;Stadt, Land;Betrag\nAda;Köln, DE;1,50\n'],
    [';', 'Name;City, State;Zip'],
    [';', 'Name;Amount, EUR\nAda;1,50\n'],
    [',', 'Name,"a;b;c;d"\nAda,"1;2;3;4"\n'],
    [',', `Name,a;b;c\n${'Ada,"1;2;3"\n'.repeat(5)}`],
    ['\t', 'Id\tJson\n1\t{"a":1,"b":2}\n2\t{"a":3,"b":4}\n'],
    [',', 'Name,Tags\nAda,a;b;c\nJo,d\n'],
    [',', 'Name,Tags\nAda,a|b\nJo,c|d\n'],
    [',', 'Name,Note\n"Ada","one;two\nthree;four\nfive;six"\n'],
    ['\t', 'Name\tNote\nAda\thello, you; there\nJo\tone, two\n'],
    ['|', 'Id|Name, first\n1|Ada\n2|Jo, jr\n'],
    [',', 'a,b,c,d\n1,2\n3,4\n5,6\n'],
    [',', 'Name,Note\nAda,hello, you, there\nJo,a, b, c\n'],
    [',', 'Size,Note\n5" pipe,x\n6" pipe,y\n'],
    [',', 'one\ntwo\nthree\n'],
    [';', 'Note\nhello, you\nplain\none, two, three\n'],
  ])('%j in %j', (separator, sample) => {
    expect(findSeparator(sample)).toBe(separator)
  })

  test('the last row of a part is not counted against it', () => {
    expect(findSeparator('id,note\n1,"a; b\nc; d', false)).toBe(',')
  })

  test.each<[line: string, separator: string | undefined]>([
    ['sep=;\nName;City', ';'],
    ['SEP=,\r\nName', ','],
    ['sep=\t\nName', '\t'],
    ['"sep=|"\nName', '|'],
    ['sep=;', ';'],
    ['sep=#\nName', ''],
    ['sep=;x\nName', undefined],
    ['Name;sep=;\n', undefined],
  ])('Excel says it in its first line: %j', (text, separator) => {
    expect(declaredSeparator(text)).toBe(separator)
  })
})
