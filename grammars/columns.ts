import { z } from 'zod'

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
