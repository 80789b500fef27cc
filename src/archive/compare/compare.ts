import type { Plan, Target, Task } from '../../../schemas/plan.ts'
import { keyOf } from '../words.ts'
import { align, type Unit } from './align.ts'
import { type TextUnit, textUnits } from './units.ts'
import { changedValues } from './values.ts'
import { type Piece, wordDifference } from './word-difference.ts'

/** What two plans share and where they differ. */
export interface Comparison {
  a: Side
  b: Side
  texts: Difference<Shown>[]
  tasks: Difference<Task>[]
  targets: Difference<Target>[]
  summary: Summary
}

export interface Side {
  name: string
  number?: string
  issuer?: string
  date?: string
  title?: string
}

/** Several on a side where a text was split or merged. */
export interface Difference<Item> {
  status: 'same' | 'changed' | 'only-a' | 'only-b'
  a: Item[]
  b: Item[]
  /** It stands in another section, or has another number, than its counterpart. */
  moved?: true
  renumbered?: true
  split?: true
  merged?: true
  /** Word by word, where the text is another. */
  words?: Piece[]
  /** What differs as a value: numbers, days, bodies. */
  values?: ValueChange[]
}

export interface ValueChange {
  what: 'numbers' | 'value' | 'unit' | 'comparator' | 'lead' | 'support' | 'deadline'
  from: string[]
  to: string[]
}

export interface Shown {
  sort: TextUnit['sort']
  section: string
  label?: string
  text: string
  page?: number
}

export type Status = Difference<unknown>['status']
export type Counts = Record<Status, number>
export interface Summary {
  sections: Counts
  statements: Counts
  tasks: Counts
  targets: Counts
  /** Share of the words of A that stand in B too, and of B in A. */
  sharedOfA: number
  sharedOfB: number
}

export function comparePlans(a: Plan, b: Plan, names: { a: string; b: string }): Comparison {
  const left = textUnits(a)
  const right = textUnits(b)
  const texts = differences(left, right, textDifference)
  const tasks = differences(taskUnits(a), taskUnits(b), taskDifference)
  const targets = differences(targetUnits(a), targetUnits(b), targetDifference)
  return {
    a: sideOf(a, names.a),
    b: sideOf(b, names.b),
    texts: texts.map(difference => ({
      ...difference,
      a: difference.a.map(shown),
      b: difference.b.map(shown),
    })),
    tasks: tasks.map(unwrap),
    targets: targets.map(unwrap),
    summary: {
      sections: countsOf(texts.filter(({ a, b }) => (a[0] ?? b[0])?.sort === 'section')),
      statements: countsOf(texts.filter(({ a, b }) => (a[0] ?? b[0])?.sort !== 'section')),
      tasks: countsOf(tasks),
      targets: countsOf(targets),
      ...sharedWords(texts),
    },
  }
}

/** Counterparts and what is alone, in the order of A, with what is only in B after what stands before it there. */
function differences<Item extends Unit>(
  left: readonly Item[],
  right: readonly Item[],
  difference: (a: Item[], b: Item[]) => Difference<Item>,
): Difference<Item>[] {
  const pairs = align(left, right)
  const aligned = new Map(pairs.map(pair => [pair.a[0]!, pair]))
  const taken = new Set(pairs.flatMap(({ a }) => a.slice(1)))
  const usedRight = new Map(pairs.flatMap(pair => pair.b.map(index => [index, pair])))
  const found: Difference<Item>[] = []
  let shownRight = 0
  const showRightBefore = (end: number): void => {
    for (; shownRight < end; shownRight++)
      if (!usedRight.has(shownRight)) found.push({ status: 'only-b', a: [], b: [right[shownRight]!] })
  }
  left.forEach((item, index) => {
    if (taken.has(index)) return
    const pair = aligned.get(index)
    if (!pair) {
      found.push({ status: 'only-a', a: [item], b: [] })
      return
    }
    showRightBefore(pair.b[0]!)
    found.push(
      difference(
        pair.a.map(at => left[at]!),
        pair.b.map(at => right[at]!),
      ),
    )
  })
  showRightBefore(right.length)
  return found
}

function textDifference(a: TextUnit[], b: TextUnit[]): Difference<TextUnit> {
  const [from, to] = [a.map(({ text }) => text).join(' '), b.map(({ text }) => text).join(' ')]
  const same = plain(from) === plain(to)
  const values = same ? { from: [], to: [] } : changedValues(from, to)
  const [first, other] = [a[0]!, b[0]!]
  return {
    status: same ? 'same' : 'changed',
    a,
    b,
    ...(keyOf(first.place.at(-1) ?? '') !== keyOf(other.place.at(-1) ?? '') && { moved: true }),
    ...(first.label !== other.label && { renumbered: true }),
    ...(b.length > 1 && { split: true }),
    ...(a.length > 1 && { merged: true }),
    ...(!same && { words: wordDifference(from, to) }),
    ...(values.from.length + values.to.length > 0 && { values: [{ what: 'numbers', ...values }] }),
  }
}

/** Marks at the end and spaces are no difference of meaning. */
function plain(text: string): string {
  return text.replace(/[\s.;,:]+$/u, '').replace(/\s+/gu, ' ')
}

type TaskUnit = Unit & { item: Task }
type TargetUnit = Unit & { item: Target }

function taskUnits(plan: Plan): TaskUnit[] {
  return plan.tasks.map(item => ({
    item,
    text: item.text,
    sort: 'task',
    place: [item.group ?? '', ...item.lead],
    role: item.origin,
  }))
}

function targetUnits(plan: Plan): TargetUnit[] {
  return plan.targets.map(item => ({
    item,
    text: item.text,
    sort: 'target',
    place: [item.subject],
    role: item.unit,
  }))
}

function taskDifference(a: TaskUnit[], b: TaskUnit[]): Difference<TaskUnit> {
  const [first, other] = [a[0]!.item, b[0]!.item]
  return withValues(a, b, [
    bodies('lead', first.lead, other.lead),
    bodies('support', first.support, other.support),
    single('deadline', deadlineOf(first), deadlineOf(other)),
  ])
}

function targetDifference(a: TargetUnit[], b: TargetUnit[]): Difference<TargetUnit> {
  const [first, other] = [a[0]!.item, b[0]!.item]
  return withValues(a, b, [
    single('value', String(first.value), String(other.value)),
    single('unit', first.unit, other.unit),
    single('comparator', first.comparator, other.comparator),
  ])
}

function withValues<Item extends Unit>(
  a: Item[],
  b: Item[],
  changes: readonly (ValueChange | undefined)[],
): Difference<Item> {
  const [from, to] = [a.map(({ text }) => text).join(' '), b.map(({ text }) => text).join(' ')]
  const values = changes.filter(change => change !== undefined)
  const sameText = plain(from) === plain(to)
  return {
    status: sameText && values.length === 0 ? 'same' : 'changed',
    a,
    b,
    ...(b.length > 1 && { split: true }),
    ...(a.length > 1 && { merged: true }),
    ...(!sameText && { words: wordDifference(from, to) }),
    ...(values.length > 0 && { values }),
  }
}

/** Bodies are a set of names; case and diacritics of a name make no other body. */
function bodies(
  what: 'lead' | 'support',
  from: readonly string[],
  to: readonly string[],
): ValueChange | undefined {
  const [left, right] = [new Set(from.map(keyOf)), new Set(to.map(keyOf))]
  const gone = from.filter(body => !right.has(keyOf(body)))
  const come = to.filter(body => !left.has(keyOf(body)))
  return gone.length + come.length === 0 ? undefined : { what, from: gone, to: come }
}

function single(what: ValueChange['what'], from: string, to: string): ValueChange | undefined {
  return from === to ? undefined : { what, from: from === '' ? [] : [from], to: to === '' ? [] : [to] }
}

/** The time itself, however it is worded. */
function deadlineOf({ deadline }: Task): string {
  if (!deadline) return ''
  const { from, to, recurring, phase, text } = deadline
  const days = from !== undefined && to !== undefined ? `${from} – ${to}` : (to ?? (from && `≥ ${from}`))
  return [days, recurring, phase].filter(Boolean).join(', ') || keyOf(text).trim()
}

function shown({ sort, section, label, text, page }: TextUnit): Shown {
  return { sort, section, ...(label && { label }), text, ...(page !== undefined && { page }) }
}

function unwrap<Item>(difference: Difference<Unit & { item: Item }>): Difference<Item> {
  return { ...difference, a: difference.a.map(({ item }) => item), b: difference.b.map(({ item }) => item) }
}

function sideOf({ header }: Plan, name: string): Side {
  const { number, issuer, date, title } = header
  return {
    name,
    ...(number && { number }),
    ...(issuer && { issuer: issuer.name }),
    ...(date && { date }),
    ...(title && { title }),
  }
}

function countsOf(list: readonly Difference<unknown>[]): Counts {
  const counts: Counts = { same: 0, changed: 0, 'only-a': 0, 'only-b': 0 }
  for (const { status } of list) counts[status]++
  return counts
}

function sharedWords(texts: readonly Difference<TextUnit>[]): { sharedOfA: number; sharedOfB: number } {
  const size = (text: string): number => text.split(/\s+/u).filter(Boolean).length
  let [ofA, ofB, shared] = [0, 0, 0]
  for (const { a, b, words } of texts) {
    const [left, right] = [a, b].map(side => size(side.map(({ text }) => text).join(' '))) as [number, number]
    ofA += left
    ofB += right
    if (a.length === 0 || b.length === 0) continue
    shared += words ? size(words.map(({ type, text }) => (type === 'same' ? text : ' ')).join('')) : right
  }
  const share = (whole: number): number => (whole === 0 ? 0 : Math.round((1000 * shared) / whole) / 1000)
  return { sharedOfA: share(ofA), sharedOfB: share(ofB) }
}
