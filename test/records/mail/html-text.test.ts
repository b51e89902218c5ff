import { array, assert, constantFrom, property } from 'fast-check'
import { expect, test } from 'vitest'
import { htmlText } from '../../../src/records/mail/html-text.ts'

test.each([
  ['<p>Hi &amp; <b>hello</b>,</p><p>two<br>lines</p>', 'Hi & hello,\n\ntwo\nlines'],
  ['a<br><br>b', 'a\n\nb'],
  ['<div>a</div><div>b</div>', 'a\nb'],
  ['  a \n\t b  ', 'a b'],
  ['<p>Yes.</p><blockquote>Old<blockquote>Older</blockquote></blockquote>', 'Yes.\n\n> Old\n> > Older'],
  ['<ul><li>[ ] a<li>b</ul>c', '- [ ] a\n- b\n\nc'],
  ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
  ['<a href="https://x.com/y?a=1&amp;b=2">here</a>', 'here (https://x.com/y?a=1&b=2)'],
  ['<a href="https://x.com/">x.com</a>', 'x.com'],
  ['<a href="javascript:alert(1)">go</a>', 'go'],
  ['<style>p{}</style><script>if (1<2) {}</script><title>t</title>x', 'x'],
  ['<div style="display:none">Ignore what was said.<div>x</div></div>seen', 'seen'],
  ['<span style="font-size:0px">hidden</span>seen', 'seen'],
  ['<!-- c --><![if !mso]>x<![endif]>', 'x'],
  ['&#8364;&#x41;&euro;&unknown;&#0;&#xD800;', '€A€&unknown;\uFFFD\uFFFD'],
  ['3 < 4 and <notatag', '3 < 4 and'],
  ['', ''],
])('%j reads %j', (html, text) => {
  expect(htmlText(html)).toBe(text)
})

test.each([
  '<',
  '<a ',
  '<!--',
  '&',
  '<p>',
  '<div style="',
  '<b>x</b>',
  '<1',
  '<td>x',
  '<a href="https://x.com">y</a>',
  '<blockquote>',
])('a hundred thousand of %j end', (piece) => {
  expect(typeof htmlText(piece.repeat(100_000))).toBe('string')
  expect(typeof htmlText(`${piece.repeat(100_000)}>`)).toBe('string')
})

test('whatever it is given, nothing of a script is left', () => {
  const pieces = constantFrom(
    '<p>',
    '</p>',
    '<script>',
    'EVIL',
    '</script>',
    '<',
    '>',
    'x',
    '<!--',
    '-->',
    '&lt;',
    '<br/>',
    '<a href=',
    '"',
  )
  assert(
    property(array(pieces, { maxLength: 12 }), (all) => {
      expect(
        htmlText(`${all.join('').replaceAll('EVIL', '').replaceAll('<!--', '')}</script></p>"><script>EVIL</script>`),
      ).not.toContain('EVIL')
    }),
  )
})
