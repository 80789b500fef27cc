import type { ChalkInstance } from 'chalk'
import type { Comparison, Difference, Shown } from './compare.ts'
import { nameOfSide, notesOf, percent, summaryRows, targetText, taskText, valueNote } from './describe.ts'
import type { Piece } from './word-difference.ts'

/**
 * For a terminal:
 *
 *       II.1 - Tổ chức [-02-]{+03+} lớp tập huấn        (numbers: 2 → 3)
 *     - III  - Lập danh sách hộ khó khăn
 *     + III  - Phát phiếu khảo sát
 */
export function comparisonText(comparison: Comparison, colors: ChalkInstance): string {
  const { a, b, texts, tasks, targets, summary } = comparison
  const lines = [`${colors.red('A')} ${nameOfSide(a)}`, `${colors.green('B')} ${nameOfSide(b)}`, '']
  for (const { what, counts } of summaryRows(comparison))
    lines.push(
      `${what.padEnd(11)}${String(counts.same).padStart(5)} same ${String(counts.changed).padStart(4)} changed ${String(counts['only-a']).padStart(4)} only in A ${String(counts['only-b']).padStart(4)} only in B`,
    )
  lines.push(
    `${percent(summary.sharedOfA)} of the words of A are in B, ${percent(summary.sharedOfB)} of B in A`,
  )
  const changed = texts.filter(isTold)
  if (changed.length > 0) lines.push('', colors.bold('TEXT'), ...changed.map(each => textLine(each, colors)))
  for (const [title, list, text] of [
    ['TASKS', tasks, taskText],
    ['TARGETS', targets, targetText],
  ] as const) {
    const told = (list as Difference<never>[]).filter(({ status }) => status !== 'same')
    if (told.length === 0) continue
    lines.push('', colors.bold(title))
    for (const difference of told) lines.push(itemLine(difference, text as (item: never) => string, colors))
  }
  return `${lines.join('\n')}\n`
}

/** What is the same in the same place needs no line. */
export function isTold({ status, moved }: Difference<Shown>): boolean {
  return status !== 'same' || moved === true
}

function textLine(difference: Difference<Shown>, colors: ChalkInstance): string {
  const { status, a, b, words } = difference
  const first = (a[0] ?? b[0])!
  const place = colors.dim(`${first.section} ${first.label ?? ''}`.trim())
  if (status === 'only-a') return `${colors.red('-')} ${place} ${colors.red(first.text)}`
  if (status === 'only-b') return `${colors.green('+')} ${place} ${colors.green(first.text)}`
  const notes = notesOf(difference)
  const note = notes.length > 0 ? `  ${colors.cyan(`(${notes.join('; ')})`)}` : ''
  return `  ${place} ${words ? piecesText(words, colors) : first.text}${note}`
}

function itemLine<Item>(
  difference: Difference<Item>,
  text: (item: Item) => string,
  colors: ChalkInstance,
): string {
  const { status, a, b, words, values = [] } = difference
  if (status === 'only-a') return `${colors.red('-')} ${colors.red(text(a[0]!))}`
  if (status === 'only-b') return `${colors.green('+')} ${colors.green(text(b[0]!))}`
  const note = values.length > 0 ? `  ${colors.cyan(`(${values.map(valueNote).join('; ')})`)}` : ''
  return `  ${words ? piecesText(words, colors) : text(a[0]!)}${note}`
}

/** Without colours, removed words stand in [- -] and added ones in {+ +}, as wdiff and git write them. */
function piecesText(pieces: readonly Piece[], colors: ChalkInstance): string {
  const plain = colors.level === 0
  return pieces
    .map(({ type, text }) => {
      if (type === 'same') return text
      const end = text.slice(text.trimEnd().length)
      const words = text.trimEnd()
      if (type === 'removed') return (plain ? `[-${words}-]` : colors.red.strikethrough(words)) + end
      return (plain ? `{+${words}+}` : colors.green(words)) + end
    })
    .join('')
}
