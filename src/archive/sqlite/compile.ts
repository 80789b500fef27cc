import type { Query, Test } from '../../../grammars/query.ts'
import type { Role } from '../../../schemas/plan.ts'
import { COLUMN_NAMES, type Column, exactColumnOf } from '../columns.ts'
import type { Value } from '../database.ts'
import { REFORM, successorsOf } from '../successors.ts'
import { keyOf, wordsOf } from '../words.ts'

/**
 * A query as SQL. Text goes to the full text index as one expression as far as AND and OR reach, so that it can be
 * ranked; all the rest are conditions on `plans`:
 *
 *     đài "chuyển đổi" year:2026
 *     →  match       "đaiη" AND ("chuyen doi" AND "chuyênθ" AND "đôiθ")
 *        ranking     "chuyen doi"                 where most plans have "dai"
 *        conditions  plans.year >= ? AND plans.year <= ?
 */
export interface Compiled {
  /** Expression for `search MATCH ?` that says which plans have the text. */
  match: string | undefined
  /**
   * The words that bear on the rank: folded, and none that most plans have, to which BM25 gives no weight. It goes through
   * all plans with each word it is given, so that the others would more than double its cost. Plans of `match` that are not
   * among those of `ranking` have common words only.
   */
  ranking: string | undefined
  /** Whether the plans of `match` have all its words and phrases, and not one or another. */
  isConjunction: boolean
  conditions: Condition[]
}

export interface Condition {
  sql: string
  values: Value[]
}

/** Other words that a folded word may stand for. */
export type NearWords = (folded: string) => readonly string[]

/** Whether a folded word stands in most plans. */
export type IsCommon = (folded: string) => boolean

interface Reading {
  /** Where given, words match without their diacritics and as the words near them. */
  near?: NearWords | undefined
  isCommon?: IsCommon | undefined
}

interface Context extends Reading {
  columns: readonly Column[]
}

const NO_TEXT = { match: undefined, ranking: undefined, isConjunction: true } as const

export function compile(query: Query, reading: Reading = {}): Compiled {
  return compileIn(query, { ...reading, columns: COLUMN_NAMES })
}

/** The whole as one condition on `plans`. */
export function conditionOf({ match, conditions }: Pick<Compiled, 'match' | 'conditions'>): Condition {
  const all = match === undefined ? conditions : [matching(match), ...conditions]
  return all.length === 0 ? { sql: '1', values: [] } : combine(all, 'AND')
}

function matching(match: string): Condition {
  return { sql: 'plans.id IN (SELECT rowid FROM search WHERE search MATCH ?)', values: [match] }
}

function combine(conditions: readonly Condition[], operator: 'AND' | 'OR'): Condition {
  return {
    sql: `(${conditions.map(({ sql }) => sql).join(` ${operator} `)})`,
    values: conditions.flatMap(({ values }) => values),
  }
}

function compileIn(query: Query, context: Context): Compiled {
  switch (query.type) {
    case 'all':
      return { ...NO_TEXT, conditions: [] }
    case 'text':
      return compileText(query, context)
    case 'value':
      return { ...NO_TEXT, conditions: [valueCondition(query.field, query.test)] }
    case 'not': {
      const { sql, values } = conditionOf(compileIn(query.part, context))
      return { ...NO_TEXT, conditions: [{ sql: `NOT ${sql}`, values }] }
    }
    case 'or': {
      const parts = query.parts.map(part => compileIn(part, context))
      if (parts.every(({ match, conditions }) => match !== undefined && conditions.length === 0))
        return {
          match: joined(parts, 'match', 'OR'),
          ranking: joined(parts, 'ranking', 'OR'),
          isConjunction: false,
          conditions: [],
        }
      return { ...NO_TEXT, conditions: [combine(parts.map(conditionOf), 'OR')] }
    }
    case 'and':
      return compileAnd(query.parts, context)
  }
}

function compileAnd(parts: readonly Query[], context: Context): Compiled {
  const roles = parts.flatMap(part =>
    part.type === 'value' && part.field === 'role' && part.test.type === 'is'
      ? [part.test.value as Role]
      : [],
  )
  const inner = roles.length > 0 ? { ...context, columns: roles } : context
  const compiled = parts.map(part => compileIn(part, inner))
  const conditions = compiled.flatMap(each => each.conditions)
  const task = sameTask(parts)
  return {
    match: joined(compiled, 'match', 'AND'),
    ranking: joined(compiled, 'ranking', 'AND'),
    isConjunction: compiled.every(each => each.isConjunction),
    conditions: task ? [...conditions, task] : conditions,
  }
}

function joined(
  parts: readonly Compiled[],
  expression: 'match' | 'ranking',
  operator: 'AND' | 'OR',
): string | undefined {
  const all = parts.flatMap(part => part[expression] ?? [])
  return all.length === 0 ? undefined : `(${all.join(` ${operator} `)})`
}

/** Lead, support and deadline that are asked for together must be of one task. */
function sameTask(parts: readonly Query[]): Condition | undefined {
  const tests: Condition[] = []
  let bodies = 0
  for (const part of parts)
    if (part.type === 'text' && (part.field === 'lead' || part.field === 'support')) {
      bodies++
      const key = keyOf(part.text).trim()
      tests.push({
        sql: `EXISTS (SELECT 1 FROM task_bodies b JOIN names n ON n.id = b.name WHERE b.plan = t.plan AND b.task = t.ordinal AND b.part = ? AND n.key LIKE ?)`,
        values: [part.field, `% ${key}${part.prefix ? '' : ' '}%`],
      })
    } else if (part.type === 'value' && part.field === 'deadline')
      tests.push(between('coalesce(t.due_to, t.due_from)', part.test))
  if (bodies === 0 || tests.length < 2) return undefined
  const all = combine(tests, 'AND')
  return { sql: `EXISTS (SELECT 1 FROM tasks t WHERE t.plan = plans.id AND ${all.sql})`, values: all.values }
}

function compileText(query: Query & { type: 'text' }, { columns, near, isCommon }: Context): Compiled {
  const words = wordsOf(query.text)
  if (words.length === 0) return { ...NO_TEXT, conditions: [] }
  if (query.field === 'within') return { ...NO_TEXT, conditions: [within(query.text)] }
  const where: readonly Column[] = query.field ? [query.field] : columns
  // Folded and exact words have no letters in common that could make one of the other: everywhere needs no filter.
  const everywhere = where === COLUMN_NAMES
  const ofFolded = everywhere ? '' : `{${where.join(' ')}} : `
  const ofExact = everywhere ? '' : `{${[...new Set(where.map(exactColumnOf))].join(' ')}} : `
  const phrase = words.map(word => word.folded).join(' ')
  const isOneWord = words.length === 1 && !query.prefix
  const others = near && isOneWord ? near(phrase) : []
  const ranks = others.length > 0 || !(everywhere && isOneWord && isCommon?.(phrase))
  if (near && isOneWord) {
    const all = [phrase, ...others].map(word => `"${word}"`)
    const folded = all.length === 1 ? `${ofFolded}${all[0]}` : `${ofFolded}(${all.join(' OR ')})`
    return {
      match: folded,
      ranking: ranks ? folded : undefined,
      isConjunction: others.length === 0,
      conditions: [],
    }
  }
  const folded = `${ofFolded}"${phrase}"${query.prefix ? ' *' : ''}`
  const parts: string[] = []
  if (!near)
    for (const [index, word] of words.entries()) {
      if (word.exact === word.folded) continue
      // A tone is written last, so that a beginning of a word is looked for without it.
      const isBeginning = query.prefix && index === words.length - 1
      parts.push(`${ofExact}"${isBeginning ? `${word.exact.replace(/[ησγθν]$/u, '')}" *` : `${word.exact}"`}`)
    }
  // A plan that has an exact word somewhere has it folded too; of phrases, beginnings and columns that is not sure.
  const isSure = everywhere && isOneWord && parts.length > 0
  if (!isSure) parts.unshift(folded)
  const match = parts.length === 1 ? parts[0] : `(${parts.join(' AND ')})`
  return { match, ranking: ranks ? folded : undefined, isConjunction: true, conditions: [] }
}

/** Bodies of the unit, and of the communes that carry on a district since the reform. */
function within(unit: string): Condition {
  const issuedBy = (name: string): string => {
    const { match } = compileText(
      { type: 'text', text: name, phrase: true, prefix: false, field: 'issuer' },
      { columns: COLUMN_NAMES },
    )
    return match ?? '""'
  }
  const [name = ''] = unit.split(',')
  const own = matching(issuedBy(name))
  const communes = successorsOf(unit).map(issuedBy)
  if (communes.length === 0) return own
  const since: Condition = { sql: 'plans.date >= ?', values: [REFORM] }
  return combine([own, combine([since, matching(communes.join(' OR '))], 'AND')], 'OR')
}

function valueCondition(field: string, test: Test): Condition {
  switch (field) {
    case 'year':
      return between('plans.year', numbers(test))
    case 'date':
      return between('plans.date', test)
    case 'level':
      return { sql: 'plans.level = ?', values: [text(test)] }
    case 'role':
      return {
        sql: 'EXISTS (SELECT 1 FROM sections s WHERE s.plan = plans.id AND s.role = ?)',
        values: [text(test)],
      }
    case 'number':
      return { sql: 'plans.number_key LIKE ?', values: [`${keyOf(text(test))}%`] }
    case 'deadline': {
      const { sql, values } = between('coalesce(t.due_to, t.due_from)', test)
      return { sql: `EXISTS (SELECT 1 FROM tasks t WHERE t.plan = plans.id AND ${sql})`, values }
    }
    default: {
      // cites, implements
      const basis = field === 'implements' ? ' AND basis = 1' : ''
      return {
        sql: `plans.id IN (SELECT plan FROM citations WHERE number_key LIKE ?${basis})`,
        values: [`${keyOf(text(test))}%`],
      }
    }
  }
}

function text(test: Test): string {
  return test.type === 'is' ? test.value : ''
}

function numbers(test: Test): { type: 'between'; from?: number; to?: number } {
  if (test.type === 'is') return { type: 'between' }
  const { from, to } = test
  return {
    type: 'between',
    ...(from !== undefined && { from: Number(from) }),
    ...(to !== undefined && { to: Number(to) }),
  }
}

function between(column: string, test: Test | { type: 'between'; from?: number; to?: number }): Condition {
  if (test.type === 'is') return { sql: '1', values: [] }
  const { from, to } = test
  const tests: Condition[] = []
  if (from !== undefined) tests.push({ sql: `${column} >= ?`, values: [from] })
  if (to !== undefined) tests.push({ sql: `${column} <= ?`, values: [to] })
  return tests.length === 0 ? { sql: `${column} IS NOT NULL`, values: [] } : combine(tests, 'AND')
}
