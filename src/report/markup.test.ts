import { expect, test } from 'vitest'
import { html, json } from './markup.ts'

test('what is put into HTML is text, also in attributes', () => {
  const hostile = `<script>alert("1")</script>'&`
  const { source } = html`<a title="${hostile}">${hostile}</a>`
  expect(source).not.toMatch(/<script|alert\("/)
  expect(source).toContain('&#60;script&#62;')
  expect(source.match(/"/g)).toHaveLength(2)
})

test('pieces of HTML stay what they are, lists stand one after the other, nothing gives nothing', () => {
  const cells = ['a', 'b'].map(cell => html`<td>${cell}</td>`)
  expect(html`<tr>${cells}${undefined}${false}${0}</tr>`.source).toBe('<tr><td>a</td><td>b</td>0</tr>')
})

test('data in a page can neither end its element nor open a comment', () => {
  const { source } = json({ text: '</script><!--' })
  expect(source).not.toContain('<')
  expect(JSON.parse(source)).toEqual({ text: '</script><!--' })
})
