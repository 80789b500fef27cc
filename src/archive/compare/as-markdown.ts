import type { Target, Task } from '../../../schemas/plan.ts'
import { isTold } from './as-text.ts'
import type { Comparison, Difference, Shown } from './compare.ts'
import { nameOfSide, notesOf, percent, summaryRows, targetText, taskText, valueNote } from './describe.ts'
import type { Piece } from './word-difference.ts'

/** A page of Markdown: removed words struck through, added ones bold. */
export function comparisonMarkdown(comparison: Comparison): string {
  const { a, b, texts, tasks, targets, summary } = comparison
  const lines = [
    '# Comparison',
    '',
    `- **A** ${escaped(nameOfSide(a))}`,
    `- **B** ${escaped(nameOfSide(b))}`,
    '',
    '| | same | changed | only in A | only in B |',
    '|---|---:|---:|---:|---:|',
    ...summaryRows(comparison).map(
      ({ what, counts }) =>
        `| ${what} | ${counts.same} | ${counts.changed} | ${counts['only-a']} | ${counts['only-b']} |`,
    ),
    '',
    `${percent(summary.sharedOfA)} of the words of A are in B, ${percent(summary.sharedOfB)} of B in A.`,
  ]
  const told = texts.filter(isTold)
  if (told.length > 0) lines.push('', '## Text', '', ...told.map(textItem))
  addItems('Tasks', tasks, taskText, lines)
  addItems('Targets', targets, targetText, lines)
  return `${lines.join('\n')}\n`
}

function textItem(difference: Difference<Shown>): string {
  const { a, b } = difference
  const first = (a[0] ?? b[0])!
  const place = [first.section, first.label].filter(Boolean).join(' ')
  return item(difference, place === '' ? '' : `\`${place}\` `, ({ text }) => text, notesOf(difference))
}

function addItems<Item extends Task | Target>(
  title: string,
  list: readonly Difference<Item>[],
  text: (item: Item) => string,
  lines: string[],
): void {
  const told = list.filter(({ status }) => status !== 'same')
  if (told.length === 0) return
  lines.push('', `## ${title}`, '')
  for (const difference of told)
    lines.push(item(difference, '', text, (difference.values ?? []).map(valueNote)))
}

function item<Item>(
  { status, a, b, words }: Difference<Item>,
  place: string,
  text: (item: Item) => string,
  notes: readonly string[],
): string {
  const note = notes.length > 0 ? ` *(${notes.map(escaped).join('; ')})*` : ''
  if (status === 'only-a') return `- only in A: ${place}${escaped(text(a[0]!))}`
  if (status === 'only-b') return `- only in B: ${place}${escaped(text(b[0]!))}`
  return `- ${place}${words ? words.map(pieceOf).join('') : escaped(text(a[0]!))}${note}`
}

function pieceOf({ type, text }: Piece): string {
  if (type === 'same') return escaped(text)
  const mark = type === 'removed' ? '~~' : '**'
  const words = text.trimEnd()
  return `${mark}${escaped(words)}${mark}${text.slice(words.length) || ' '}`
}

function escaped(text: string): string {
  return text.replace(/[\\`*_~[\]<>|#]/g, '\\$&')
}
