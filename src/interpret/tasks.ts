import type { Block, Section, Task } from '../../schemas/plan.ts'
import type { Annex } from '../parse/tree.ts'
import { type BlockTask, blockTasks } from './task-blocks.ts'
import { tableTasks } from './task-tables.ts'

/** A task without its number, which it gets in document order. */
export type TaskDraft = Omit<Task, 'id'>

export interface TaskContext {
  /** The year of dates that print none. */
  year: number | undefined
  /** Headings as printed, with their final marks. */
  printed: Map<Section, string>
}

/** Units of work with who is responsible, from tables and from blocks of labelled lines, in document order. */
export function tasksOf(
  body: readonly Block[],
  annexes: readonly { source: Annex; label: string; body: readonly Block[] }[],
  context: TaskContext,
): Task[] {
  const drafts: TaskDraft[] = []
  const add = (found: readonly TaskDraft[]) => {
    for (const draft of found) drafts.push(draft)
  }
  within(body, '', undefined)
  for (const annex of annexes) within(annex.body, annex.label, undefined)
  return drafts.map((draft, index) => ({ id: `T${index + 1}`, ...draft }))

  function within(blocks: readonly Block[], place: string, section: Section | undefined): void {
    const own = section ? blockTasks(section, place, context) : []
    let next = 0
    for (const [index, block] of blocks.entries()) {
      for (; (own[next]?.after ?? index + 1) <= index; next++) add([(own[next] as BlockTask).task])
      if (block.type === 'table') add(tableTasks(block, place, context))
      if (block.type === 'section') within(block.blocks, place === '' || section ? block.id : place, block)
    }
  }
}
