import type { Block, Plan, Statement } from '../../schemas/plan.ts'

/** Something in a record that is not as it must be, with where it stands in the record. */
export interface Finding {
  path: PropertyKey[]
  message: string
}

/**
 * What a schema can't say about a plan:
 *
 *     body[2].blocks[1].id: “II.1” is the id of body[1] too
 *     tasks[3].deadline: ends (2026-05-01) before it begins (2026-06-01)
 *     tasks[4].lead: no responsible body is named
 *     closing.at.page: page 12 of a document of 9 pages
 */
export function ruleFindings(plan: Plan): Finding[] {
  return [
    ...uniqueIds(plan),
    ...nesting(plan),
    ...tables(plan),
    ...references(plan),
    ...tasks(plan),
    ...dates(plan),
    ...places(plan),
    ...headerNumber(plan),
  ]
}

/** Ids of sections are unique in the body and within each annex, ids of tasks in the plan. */
function uniqueIds(plan: Plan): Finding[] {
  const findings: Finding[] = []
  const unique = (ids: Iterable<{ id: string; path: PropertyKey[] }>): void => {
    const seen = new Set<string>()
    for (const { id, path } of ids) {
      if (seen.has(id))
        findings.push({ path: [...path, 'id'], message: `“${id}” is the id of another one too` })
      seen.add(id)
    }
  }
  unique(sectionsOf(plan.body, ['body']))
  plan.annexes.forEach((annex, index) => {
    unique(sectionsOf(annex.body, ['annexes', index, 'body']))
  })
  unique(plan.tasks.map((task, index) => ({ id: task.id, path: ['tasks', index] })))
  return findings
}

/** `level` of a section is its depth. */
function nesting(plan: Plan): Finding[] {
  const findings: Finding[] = []
  const walk = (blocks: Block[], path: PropertyKey[], depth: number): void => {
    blocks.forEach((block, index) => {
      if (block.type !== 'section') return
      const here = [...path, index]
      if (block.level !== depth)
        findings.push({ path: [...here, 'level'], message: `is ${block.level} at depth ${depth}` })
      walk(block.blocks, [...here, 'blocks'], depth + 1)
    })
  }
  walk(plan.body, ['body'], 1)
  plan.annexes.forEach((annex, index) => {
    walk(annex.body, ['annexes', index, 'body'], 1)
  })
  return findings
}

/** Every row of a table has one cell per column. */
function tables(plan: Plan): Finding[] {
  const findings: Finding[] = []
  for (const { block, path } of blocksOf(plan)) {
    if (block.type !== 'table') continue
    block.rows.forEach((row, index) => {
      if (row.cells.length !== block.columns.length)
        findings.push({
          path: [...path, 'rows', index, 'cells'],
          message: `${row.cells.length} cells in a table of ${block.columns.length} columns`,
        })
    })
  }
  return findings
}

/** What names a section names one that exists. */
function references(plan: Plan): Finding[] {
  const known = new Set<string>()
  for (const { id } of sectionsOf(plan.body, [])) known.add(id)
  for (const annex of plan.annexes) {
    known.add(annex.label)
    for (const { id } of sectionsOf(annex.body, [])) known.add(id)
  }
  const findings: Finding[] = []
  for (const list of ['tasks', 'assignments', 'targets'] as const)
    plan[list].forEach((item, index) => {
      if (item.section !== '' && !known.has(item.section))
        findings.push({
          path: [list, index, 'section'],
          message: `“${item.section}” is the id of no section`,
        })
    })
  return findings
}

function tasks(plan: Plan): Finding[] {
  return plan.tasks.flatMap((task, index) =>
    task.lead.length + task.support.length > 0
      ? []
      : [{ path: ['tasks', index, 'lead'], message: 'no responsible body is named' }],
  )
}

/** A period ends after it begins. That each date is in the calendar is in the schema. */
function dates(plan: Plan): Finding[] {
  return plan.tasks.flatMap((task, index) => {
    const { from, to } = task.deadline ?? {}
    if (!from || !to || from <= to) return []
    return [{ path: ['tasks', index, 'deadline'], message: `ends (${to}) before it begins (${from})` }]
  })
}

/** Every `at`, wherever it hangs, lies within the document. */
function places(plan: Plan): Finding[] {
  const findings: Finding[] = []
  const walk = (value: unknown, path: PropertyKey[]): void => {
    if (Array.isArray(value)) {
      value.forEach((item, index) => {
        walk(item, [...path, index])
      })
      return
    }
    if (value === null || typeof value !== 'object') return
    for (const [key, item] of Object.entries(value)) {
      if (key === 'at') findings.push(...placeFindings(item, [...path, 'at'], plan.source.pages))
      else walk(item, [...path, key])
    }
  }
  walk(plan, [])
  return findings
}

interface At {
  page: number
  line?: number
  endLine?: number
  bbox?: [number, number, number, number]
}

function placeFindings(at: At, path: PropertyKey[], pages: number): Finding[] {
  const findings: Finding[] = []
  if (at.page > pages)
    findings.push({ path: [...path, 'page'], message: `page ${at.page} of a document of ${pages} pages` })
  if (at.line !== undefined && at.endLine !== undefined && at.endLine < at.line)
    findings.push({ path: [...path, 'endLine'], message: `line ${at.endLine} ends before line ${at.line}` })
  if (at.bbox && (at.bbox[0] > at.bbox[2] || at.bbox[1] > at.bbox[3]))
    findings.push({ path: [...path, 'bbox'], message: 'a corner stands on the wrong side' })
  return findings
}

/** `number` has no inner space and is made of `serial` and `symbol`. */
function headerNumber({ header }: Plan): Finding[] {
  const { number, serial, symbol } = header
  if (number && /\s/.test(number)) return [{ path: ['header', 'number'], message: 'has an inner space' }]
  if (number && serial && !number.startsWith(serial))
    return [{ path: ['header', 'serial'], message: `“${serial}” does not begin “${number}”` }]
  if (number && symbol && !number.endsWith(symbol))
    return [{ path: ['header', 'symbol'], message: `“${symbol}” does not end “${number}”` }]
  return []
}

function* sectionsOf(blocks: Block[], path: PropertyKey[]): Generator<{ id: string; path: PropertyKey[] }> {
  for (const [index, block] of blocks.entries()) {
    if (block.type !== 'section') continue
    yield { id: block.id, path: [...path, index] }
    yield* sectionsOf(block.blocks, [...path, index, 'blocks'])
  }
}

function* blocksOf(plan: Plan): Generator<{ block: Block; path: PropertyKey[] }> {
  yield* walkBlocks(plan.body, ['body'])
  for (const [index, annex] of plan.annexes.entries())
    yield* walkBlocks(annex.body, ['annexes', index, 'body'])
}

function* walkBlocks(
  blocks: readonly (Block | Statement)[],
  path: PropertyKey[],
): Generator<{ block: Block; path: PropertyKey[] }> {
  for (const [index, block] of blocks.entries()) {
    yield { block, path: [...path, index] }
    if (block.type !== 'table') yield* walkBlocks(block.blocks ?? [], [...path, index, 'blocks'])
  }
}
