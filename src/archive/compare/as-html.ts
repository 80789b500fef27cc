import type { Target, Task } from '../../../schemas/plan.ts'
import type { Comparison, Difference, Shown } from './compare.ts'
import { nameOfSide, notesOf, percent, summaryRows, targetText, taskText, valueNote } from './describe.ts'
import type { Piece } from './word-difference.ts'

const STYLE = `
:root { color-scheme: light dark; --line: #8884; --gone: #b3261e; --come: #1b6b2f; --dim: #646464 }
@media (prefers-color-scheme: dark) { :root { --gone: #ff8a80; --come: #81c995; --dim: #a8a8a8 } }
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 80rem; padding: 0 1rem }
h1 { font-size: clamp(1.25rem, 3.5vw, 1.9rem); line-height: 1.3 }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin: 1rem 0 }
td, th { border-bottom: 1px solid var(--line); padding: .35rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere }
.summary { width: auto; table-layout: auto } .summary :is(td, th) { overflow-wrap: normal; padding: .35rem clamp(.3rem, 1.5vw, .6rem) }
.summary :is(td, th) + :is(td, th) { text-align: right } thead th { position: sticky; top: 0; background: Canvas }
del { color: var(--gone); background: #d332 } ins { color: var(--come); background: #2832; text-decoration: none }
.only-a td:first-child { background: #d331 } .only-b td:last-child { background: #2831 }
.same { color: var(--dim) } .section td { font-weight: 600 } small { color: var(--dim); font-weight: 400; display: block }
label { user-select: none } body:has(#changes:checked) tr.same:not(.moved) { display: none }`

/** One page that needs nothing else: A on the left, B on the right, counterparts beside each other. */
export function comparisonHtml(comparison: Comparison): string {
  const { a, b, texts, tasks, targets, summary } = comparison
  const head = `<tr><th scope="col">A: ${escaped(nameOfSide(a))}</th><th scope="col">B: ${escaped(nameOfSide(b))}</th></tr>`
  const part = (title: string, rows: readonly string[]): string =>
    rows.length === 0
      ? ''
      : `<h2>${title}</h2>\n<table>\n<thead>${head}</thead>\n<tbody>\n${rows.join('\n')}\n</tbody></table>`
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(a.number ?? a.name)} – ${escaped(b.number ?? b.name)}</title>
<style>${STYLE}
</style>
</head>
<body>
<h1>${[...new Set([a.title ?? a.name, b.title ?? b.name])].map(escaped).join(' – ')}</h1>
<table class="summary">
<tr><th></th><th>same</th><th>changed</th><th>only in A</th><th>only in B</th></tr>
${summaryRows(comparison)
  .map(
    ({ what, counts }) =>
      `<tr><td>${what}</td><td>${counts.same}</td><td>${counts.changed}</td><td>${counts['only-a']}</td><td>${counts['only-b']}</td></tr>`,
  )
  .join('\n')}
</table>
<p>${percent(summary.sharedOfA)} of the words of A are in B, ${percent(summary.sharedOfB)} of B in A.</p>
<p><label><input type="checkbox" id="changes"> only what differs</label></p>
${part('Text', texts.map(textRow))}
${part(
  'Tasks',
  tasks.map(each => itemRow(each, taskText)),
)}
${part(
  'Targets',
  targets.map(each => itemRow(each, targetText)),
)}
</body>
</html>
`
}

function textRow(difference: Difference<Shown>): string {
  const { a, b, status, moved } = difference
  const place = (side: readonly Shown[]): string => {
    const [first] = side
    if (!first) return ''
    const page = first.page === undefined ? '' : `, page ${first.page}`
    return `<small>${escaped([first.section, first.sort === 'section' ? undefined : first.label].filter(Boolean).join(' '))}${page}</small>`
  }
  const classes = [status, (a[0] ?? b[0])!.sort, ...(moved ? ['moved'] : [])].join(' ')
  return row(difference, classes, ({ text }) => text, notesOf(difference), [place(a), place(b)])
}

function itemRow<Item extends Task | Target>(
  difference: Difference<Item>,
  text: (item: Item) => string,
): string {
  return row(difference, difference.status, text, (difference.values ?? []).map(valueNote), ['', ''])
}

function row<Item>(
  { a, b, words }: Difference<Item>,
  classes: string,
  text: (item: Item) => string,
  notes: readonly string[],
  [left, right]: [string, string],
): string {
  const note = notes.length > 0 ? `<small>${notes.map(escaped).join('; ')}</small>` : ''
  const plain = (side: readonly Item[]): string => side.map(item => escaped(text(item))).join('<br>')
  const textA = words && a.length > 0 ? pieces(words, 'removed') : plain(a)
  const textB = words && b.length > 0 ? pieces(words, 'added') : plain(b)
  return `<tr class="${classes}"><td>${left}${textA}</td><td>${right}${textB}${note}</td></tr>`
}

function pieces(words: readonly Piece[], kind: 'removed' | 'added'): string {
  const tag = kind === 'removed' ? 'del' : 'ins'
  return words
    .filter(({ type }) => type === 'same' || type === kind)
    .map(({ type, text }) => (type === 'same' ? escaped(text) : `<${tag}>${escaped(text)}</${tag}>`))
    .join('')
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, letter => `&#${letter.charCodeAt(0)};`)
}
