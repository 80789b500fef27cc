import type { Target, Task } from '../../../schemas/plan.ts'
import type { Comparison, Counts, Difference, Shown, Side, ValueChange } from './compare.ts'

/** What every form of a comparison says, in words. */
export function nameOfSide({ name, number, issuer, date }: Side): string {
  return [name, number, issuer, date].filter(Boolean).join(' · ')
}

export function summaryRows({ summary }: Comparison): { what: string; counts: Counts }[] {
  const { sections, statements, tasks, targets } = summary
  return [
    { what: 'sections', counts: sections },
    { what: 'statements', counts: statements },
    { what: 'tasks', counts: tasks },
    { what: 'targets', counts: targets },
  ]
}

/** `moved from I.2 to II.1; number 3 became 4; split in 2` */
export function notesOf({ a, b, moved, renumbered, split, merged, values }: Difference<Shown>): string[] {
  const notes: string[] = []
  if (moved)
    notes.push(`moved from ${a[0]?.section || 'the beginning'} to ${b[0]?.section || 'the beginning'}`)
  if (renumbered) notes.push(`${a[0]?.label ?? 'no label'} became ${b[0]?.label ?? 'no label'}`)
  if (split) notes.push(`split in ${b.length}`)
  if (merged) notes.push(`merged from ${a.length}`)
  return [...notes, ...(values ?? []).map(valueNote)]
}

export function valueNote({ what, from, to }: ValueChange): string {
  const list = (values: readonly string[]): string => (values.length === 0 ? 'none' : values.join('; '))
  return `${what}: ${list(from)} → ${list(to)}`
}

export function taskText({ text, lead, deadline }: Task): string {
  return [text, lead.join('; '), deadline?.text].filter(Boolean).join(' · ')
}

export function targetText({ text }: Target): string {
  return text
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
