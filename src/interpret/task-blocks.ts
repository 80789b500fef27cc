import { likeness, skeleton } from '../../grammars/fold.ts'
import { Phrases, phraseList, type Word, words } from '../../grammars/phrases.ts'
import { readVocabulary, type TaskField, TasksVocabulary } from '../../grammars/vocabulary.ts'
import type { Block, Section, Statement } from '../../schemas/plan.ts'
import { beginsBody, splitBodies } from './bodies.ts'
import { when } from './dates.ts'
import type { TaskContext, TaskDraft } from './tasks.ts'
import { withoutSeparator } from './text.ts'

/**
 * Tasks from blocks of labelled lines. They belong to the nearest numbered item.
 *
 *     a) Kiện toàn Tổ công nghệ số cộng đồng.
 *        - Đơn vị chủ trì: Phòng Văn hóa - Xã hội.      a line of the block
 *        - Đơn vị phối hợp: Công an xã, các thôn.
 *        - Thời gian hoàn thành: Trước 15/6/2026.
 */
const { lines, parts } = readVocabulary('tasks', TasksVocabulary)
const labels = new Phrases<TaskField>(
  Object.entries(lines).flatMap(([field, phrases]) =>
    phrases.map(phrase => [phrase, field as TaskField] as const),
  ),
)

const labelParts = new Phrases<keyof typeof parts>(
  (Object.keys(parts) as (keyof typeof parts)[]).flatMap(part =>
    parts[part].map(phrase => [phrase, part] as const),
  ),
)

interface LabelledLine {
  field: TaskField
  value: string
}

/** Whether a colon stands near enough the beginning to end a label. */
function opensWithLabel(text: string): boolean {
  const colon = text.indexOf(':')
  return colon >= 0 && colon <= 60
}

/** `Đơn vị chủ trì: …` taken apart; nothing where the text is not labelled so. */
function labelledLine(text: string): LabelledLine | undefined {
  if (!opensWithLabel(text)) return undefined
  const colon = text.indexOf(':')
  const value = text.slice(colon + 1).trim()
  if (!value) return undefined
  const label = words(
    text
      .slice(0, colon)
      .replace(/\([^)]*\)/gu, ' ')
      .replace(/^[\s*+–-]+/u, ''),
  )
  const found = labels.at(label, 0)
  if (found && found.length === label.length) return { field: found.value, value }
  const field = composedLabel(label) ?? misreadLabel(label.map(word => word.text).join(' '))
  return field && { field, value }
}

/** What a label means that is put together of words for holders and for what they do: `Cán bộ chịu trách nhiệm chính`. */
function composedLabel(label: readonly Word[]): TaskField | undefined {
  const found = new Set<keyof typeof parts>()
  for (let at = 0; at < label.length; ) {
    const part = labelParts.at(label, at)
    if (part) found.add(part.value)
    else if (!/^[,/&–-]$/.test(label[at]?.text ?? '')) return undefined
    at += part?.length ?? 1
  }
  if (found.has('lead')) return found.has('support') ? 'mixed' : 'lead'
  if (found.has('support')) return 'support'
  return found.has('performer') && found.has('holder') ? 'performer' : undefined
}

const skeletons = Object.entries(lines).flatMap(([field, phrases]) =>
  phrases.map(phrase => ({ field: field as TaskField, letters: skeleton(phrase) })),
)
/** Letters that a label must have to be known by most of them, and how many of them. */
const SHORTEST_MISREAD = 9
const LIKE = 0.86

/** The label that `Thoát gian hoàn thành` was, if it is nearly one. */
function misreadLabel(label: string): TaskField | undefined {
  const letters = skeleton(label)
  if (letters.length < SHORTEST_MISREAD || letters.length > 40) return undefined
  return skeletons.find(
    phrase =>
      phrase.letters.length >= SHORTEST_MISREAD &&
      Math.abs(phrase.letters.length - letters.length) <= 4 &&
      likeness(letters, phrase.letters, LIKE) >= LIKE,
  )?.field
}

/** Words before a time that say that it is the last. */
const COMPLETED =
  /^(?:thời gian )?hoàn thành (?:xong )?(?=(?:trước|trong|chậm nhất|vào|quý|tháng|năm|ngày)(?!\p{L}))/iu

/** Several labelled parts in one paragraph: `… (Chủ trì: A; phối hợp: B; thời gian: Quý II)`. */
function inlineLines(text: string): { before: string; lines: LabelledLine[] } | undefined {
  if (!text.includes(':')) return undefined
  const found: LabelledLine[] = []
  let before: string | undefined
  const parts = text.split(/(?<=[.;(])\s*|(?<=,)\s+(?=phối hợp\s?:|thời gian|sản phẩm|kết quả)/iu)
  let at = 0
  for (const part of parts) {
    const start = text.indexOf(part, at)
    at = start + part.length
    if (!opensWithLabel(part)) {
      // `Chủ trì: Công an xã; hoàn thành trước ngày 31/12/2026`
      if (found.length > 0 && COMPLETED.test(part))
        found.push({
          field: 'time',
          value: withoutSeparator(part.replace(COMPLETED, '').replace(/\)$/u, '')),
        })
      continue
    }
    const line = labelledLine(part.replace(/[)]?\s*[.;,]?\s*$/u, match => (match.includes(')') ? '' : match)))
    if (line) {
      before ??= text.slice(0, start)
      found.push({ field: line.field, value: withoutSeparator(line.value) })
    }
  }
  if (before === undefined || found.length === 0) return undefined
  return { before: before.replace(/[\s(;,]+$/u, ''), lines: found }
}

/** `Thực hiện: Công an xã`, but not `Thực hiện: 15/20 chỉ tiêu`. */
function namesBody(name: string): boolean {
  return beginsBody(words(name), 0) || /^\p{Lu}{2,}/u.test(name)
}

/** Something legible: a letter or a digit. */
const PRINTED = /[\p{L}\d]/u

/** One block as it grows: the paragraphs before it and its lines. */
interface Draft {
  paragraphs: Statement[]
  lines: LabelledLine[]
}

/** A task and the index, among the blocks of its section, of that after which it is complete. */
export interface BlockTask {
  task: TaskDraft
  after: number
}

export function blockTasks(section: Section, place: string, context: TaskContext): BlockTask[] {
  const heading = context.printed.get(section) ?? section.heading
  const tasks: BlockTask[] = []
  let draft: Draft = { paragraphs: [], lines: [] }
  let last = 0
  for (const [index, block] of section.blocks.entries()) {
    const own = linesOf(block)
    if (own.length > 0) {
      if (own.some(line => repeats(draft, line.field))) close()
      last = index
      draft.lines.push(...own)
      continue
    }
    if (block.type !== 'statement') continue
    if (draft.lines.length > 0 && isAside(block)) continue
    const inner = block.blocks ? nestedTask(block) : inlineTask(block)
    if (inner) {
      close()
      tasks.push({ task: { ...inner, ...(block.at ? { at: block.at } : {}) }, after: index })
      continue
    }
    if (draft.lines.length > 0) close()
    draft.paragraphs.push(block)
  }
  close()
  return tasks

  function close(): void {
    const task = taskOf(draft.lines, textOf(draft))
    if (task) tasks.push({ task, after: last })
    draft = { paragraphs: [], lines: [] }
  }

  /** The single unlabelled paragraph before the block, else the heading; after the first block whatever stands between. */
  function textOf({ paragraphs }: Draft): string {
    const unlabelled = paragraphs.filter(each => each.label === undefined)
    const [only, another] = tasks.length > 0 ? paragraphs : unlabelled
    return only && !another ? only.text : heading.replace(/\s*:$/u, '')
  }

  /** A block under a list item belongs to that item's statement. */
  function nestedTask(statement: Statement): TaskDraft | undefined {
    const own = (statement.blocks ?? []).flatMap(each => labelledLine(each.text) ?? [])
    return taskOf(own, statement.text)
  }

  function inlineTask(statement: Statement): TaskDraft | undefined {
    const inline = inlineLines(statement.text)
    if (!inline || (inline.before === '' && inline.lines.length < 2)) return undefined
    return taskOf(inline.lines, inline.before || heading)
  }

  function taskOf(own: readonly LabelledLine[], text: string): TaskDraft | undefined {
    const values = (field: TaskField) => own.filter(line => line.field === field).map(line => line.value)
    const [leading, ...mixedRest] = values('mixed').flatMap(splitBodies)
    const leads = [...values('lead').flatMap(splitBodies), ...(leading ? [leading] : [])]
    const performing = values('performer').flatMap(splitBodies)
    const performers = performing.some(namesBody) ? performing : []
    const support = values('support').flatMap(splitBodies)
    const lead = leads.length > 0 ? leads : performers
    if (!text.trim() || (lead.length === 0 && support.length === 0)) return undefined
    const time = values('time').join('; ')
    const output = values('output').map(withoutSeparator).join('; ')
    return {
      text,
      lead,
      support: [...mixedRest, ...(leads.length > 0 ? performers : []), ...support],
      ...(PRINTED.test(time) ? { deadline: when(time, context.year) } : {}),
      ...(PRINTED.test(output) ? { output } : {}),
      origin: 'block',
      section: place,
      ...(section.at ? { at: section.at } : {}),
    }
  }
}

/**
 * The labelled line that a block is, or several that stand in one (`Thực hiện: Công an xã; thời gian: Quý II`).
 * Numbered ones have become a small section (`b) Thời gian: tháng 6`).
 */
function linesOf(block: Block): LabelledLine[] {
  if (block.type === 'table') return []
  if (block.type === 'statement') {
    if (block.blocks) return []
    const inline = inlineLines(block.text)
    if (inline?.before === '' && inline.lines.length > 1) return inline.lines
    const line = labelledLine(block.text)
    return line ? [line] : []
  }
  const [only, another] = block.blocks
  if (only?.type !== 'statement' || another) return []
  const line = labelledLine(`${block.heading}: ${only.text}`)
  return line ? [line] : []
}

/** `+ Địa điểm: Nhà văn hóa thôn Đông`: a line of a block that says neither who nor when, nor what is to be done. */
function isAside(statement: Statement): boolean {
  if (statement.blocks || !/^[-–+*•]$/u.test(statement.label ?? '')) return false
  const [label = '', ...rest] = statement.text.split(':')
  return rest.length > 0 && words(label).length <= 5 && !CONTENT.at(words(label), 0)
}
const CONTENT = phraseList(['nội dung', 'nhiệm vụ', 'công việc', 'hoạt động', 'tên', 'việc'])

/** A second lead after other lines begins another block. */
function repeats(draft: Draft, field: TaskField): boolean {
  return (
    (field === 'lead' || field === 'performer' || field === 'mixed') &&
    draft.lines.some(line => line.field === field)
  )
}
