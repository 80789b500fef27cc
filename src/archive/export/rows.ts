import type { Query } from '../../../grammars/query.ts'
import type { Plan, Task } from '../../../schemas/plan.ts'
import type { Card } from '../store.ts'
import { wordsOf } from '../words.ts'

/** A cell: a day stands as a date where the format knows dates. */
export type Cell = string | number | Day | undefined
export interface Day {
  day: string
}

/** Something an archive lists, as a table. */
export interface Listing {
  columns: readonly string[]
  rows: Iterable<Cell[]>
}

const PLAN_COLUMNS = ['file', 'number', 'issuer', 'date', 'title'] as const

function planCells({ key, number, issuer, date, title }: Card): Cell[] {
  return [key, number, issuer, dayOf(date), title]
}

function dayOf(date: string | undefined): Cell {
  return date === undefined ? undefined : { day: date }
}

export type Plans = Iterable<{ card: Card; plan: Plan }>

export interface TaskHit {
  card: Card
  task: Task
}

/**
 * Tasks that the query means: of the plans it finds, those whose own lead, support and deadline fit, and which have its
 * words, if any task of the plan has them.
 */
export function* tasksOf(plans: Plans, query: Query): Generator<TaskHit> {
  for (const { card, plan } of plans) {
    const fitting = plan.tasks.filter(task => fits(task, query))
    const withWords = fitting.filter(task =>
      hasWords(
        [task.text, task.group ?? '', task.output ?? '', ...task.lead, ...task.support].join(' '),
        query,
      ),
    )
    for (const task of withWords.length > 0 ? withWords : fitting) yield { card, task }
  }
}

export function taskListing(plans: Plans, query: Query): Listing {
  return {
    columns: [
      ...PLAN_COLUMNS,
      'task',
      'group',
      'text',
      'lead',
      'support',
      'deadline',
      'from',
      'to',
      'recurring',
      'output',
      'section',
    ],
    rows: map(tasksOf(plans, query), ({ card, task }) => [
      ...planCells(card),
      task.id,
      task.group,
      task.text,
      task.lead.join('; '),
      task.support.join('; '),
      task.deadline?.text,
      dayOf(task.deadline?.from),
      dayOf(task.deadline?.to),
      task.deadline?.recurring,
      task.output,
      task.section,
    ]),
  }
}

export function targetListing(plans: Plans, query: Query): Listing {
  return {
    columns: [...PLAN_COLUMNS, 'text', 'comparator', 'value', 'unit', 'subject', 'section'],
    rows: flatMap(plans, ({ card, plan }) =>
      meant(plan.targets, target => target.text, query).map(
        ({ text, comparator, value, unit, subject, section }) => [
          ...planCells(card),
          text,
          comparator,
          value,
          unit,
          subject,
          section,
        ],
      ),
    ),
  }
}

export function assignmentListing(plans: Plans, query: Query): Listing {
  return {
    columns: [...PLAN_COLUMNS, 'unit', 'duty', 'section'],
    rows: flatMap(plans, ({ card, plan }) =>
      meant(
        plan.assignments
          .filter(({ unit }) => fitsUnit(unit, query))
          .flatMap(({ unit, section, duties }) => duties.map(duty => ({ unit, section, duty }))),
        ({ unit, duty }) => `${unit} ${duty}`,
        query,
      ).map(({ unit, section, duty }) => [...planCells(card), unit, duty, section]),
    ),
  }
}

/** Items that have the words of the query; all, if none has. */
function meant<Item>(items: readonly Item[], text: (item: Item) => string, query: Query): readonly Item[] {
  const found = items.filter(item => hasWords(text(item), query))
  return found.length > 0 ? found : items
}

/** Whether the task's own bodies and time are what the query asks of tasks; other questions are the plan's. */
function fits(task: Task, query: Query): boolean {
  switch (query.type) {
    case 'and':
      return query.parts.every(part => fits(task, part))
    case 'or':
      return query.parts.some(part => fits(task, part))
    case 'not':
      return !asksTasks(query.part) || !fits(task, query.part)
    case 'text':
      if (query.field === 'lead' || query.field === 'support')
        return task[query.field].some(body => has(body, query.text, query.prefix))
      return true
    case 'value': {
      if (query.field !== 'deadline' || query.test.type === 'is') return true
      const due = task.deadline?.to ?? task.deadline?.from
      const { from, to } = query.test
      return due !== undefined && (from === undefined || due >= from) && (to === undefined || due <= to)
    }
    default:
      return true
  }
}

/** Whether the unit is the one the query asks for, if it asks for one. */
function fitsUnit(unit: string, query: Query): boolean {
  switch (query.type) {
    case 'and':
      return query.parts.every(part => fitsUnit(unit, part))
    case 'or':
      return query.parts.some(part => fitsUnit(unit, part))
    case 'not':
      return !(query.part.type === 'text' && query.part.field === 'unit') || !fitsUnit(unit, query.part)
    case 'text':
      return query.field !== 'unit' || has(unit, query.text, query.prefix)
    default:
      return true
  }
}

function asksTasks(query: Query): boolean {
  if (query.type === 'text') return query.field === 'lead' || query.field === 'support'
  if (query.type === 'value') return query.field === 'deadline'
  if (query.type === 'not') return asksTasks(query.part)
  return query.type !== 'all' && query.parts.some(asksTasks)
}

function hasWords(text: string, query: Query): boolean {
  if (query.type === 'and') return query.parts.every(part => hasWords(text, part))
  if (query.type === 'or') return query.parts.some(part => hasWords(text, part))
  if (query.type !== 'text' || query.field !== undefined) return true
  if (query.phrase) return has(text, query.text, query.prefix)
  return wordsOf(query.text).every(({ folded }) => has(text, folded, query.prefix))
}

/** Whether the words stand in the text one after the other; diacritics count where they are typed. */
function has(text: string, sought: string, prefix: boolean): boolean {
  const words = wordsOf(text)
  const wanted = wordsOf(sought)
  return words.some((_, at) =>
    wanted.every(({ folded, exact }, index) => {
      const word = words[at + index]
      if (!word) return false
      if (prefix && index === wanted.length - 1) return word.folded.startsWith(folded)
      return exact === folded ? word.folded === folded : word.exact === exact
    }),
  )
}

function* map<From, To>(items: Iterable<From>, change: (item: From) => To): Generator<To> {
  for (const item of items) yield change(item)
}

function* flatMap<From, To>(items: Iterable<From>, change: (item: From) => readonly To[]): Generator<To> {
  for (const item of items) yield* change(item)
}
