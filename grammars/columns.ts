import { z } from 'zod'
import { phraseList, words as wordsOf } from './phrases.ts'
import { readVocabulary, type TaskField, TasksVocabulary } from './vocabulary.ts'

/**
 * What a column of a task table holds, and the words by which columns and cells are known: vocabularies/columns.yaml.
 *
 *     STT    | Nội dung công việc | Đơn vị chủ trì | Thời gian | Sản phẩm
 *     number | content            | body           | time      | output
 */
const kinds = z.enum(['number', 'content', 'body', 'time', 'output'])
export type ColumnKind = z.infer<typeof kinds>

const words = z.array(z.string().min(1))

export const ColumnsVocabulary = z.strictObject({
  titles: z.record(kinds, words),
  shared: words,
  timeWords: words,
  timeOpenings: words,
})

const headings = readVocabulary('tasks', TasksVocabulary).columns.map(column => ({
  field: column.field,
  list: phraseList(column.words),
}))
const performs = phraseList([
  'đơn vị thực hiện',
  'cơ quan thực hiện',
  'thực hiện/phối hợp',
  'thực hiện, phối hợp',
])

/** What the column of a task table holds that has this title; nothing where the vocabulary knows no word of it. */
export function fieldOfTitle(title: string): TaskField | undefined {
  const text = wordsOf(title)
  if (text.some(word => word.key === 'được')) return 'other'
  const has = (list: (typeof headings)[number]['list']) => text.some((_, index) => list.at(text, index))
  const hits = headings.filter(({ list }) => has(list)).map(({ field }) => field)
  if (hits[0] === 'other' && hits.length > 1 && text.length > 3) hits.shift()
  if (hits.includes('support') && (hits.includes('lead') || has(performs))) return 'mixed'
  return hits[0]
}
