import type { Block, Plan, Role, Statement, Table } from '../../schemas/plan.ts'

/**
 * A plan as the passages a reader would point at, in printed order:
 *
 *     { kind: 'heading',   text: 'MỤC ĐÍCH',            role: 'purpose', section: 'I', page: 1 }
 *     { kind: 'statement', text: 'Nâng cao nhận thức…', role: 'purpose', section: 'I', page: 1 }
 */
export interface Passage {
  kind: 'title' | 'preamble' | 'heading' | 'statement' | 'row' | 'closing'
  text: string
  role: Role
  /** Id of the section that holds it; the label of an annex for its loose text; absent outside the body. */
  section?: string
  label?: string
  page?: number
  line?: number
}

interface Holder {
  role: Role
  section: string | undefined
}

export function passagesOf(plan: Plan): Passage[] {
  const found: Passage[] = []
  const { title } = plan.header
  if (title) found.push({ kind: 'title', text: title, role: 'other', ...at(plan.header.at) })
  if (plan.preamble) found.push({ kind: 'preamble', text: plan.preamble, role: 'other' })
  addBlocks(plan.body, { role: 'other', section: undefined }, found)
  for (const annex of plan.annexes) {
    const text = [annex.label, annex.title].filter(Boolean).join(': ')
    found.push({ kind: 'heading', text, role: 'other', section: annex.label, ...at(annex.at) })
    addBlocks(annex.body, { role: 'other', section: annex.label }, found)
  }
  if (plan.closing) found.push({ kind: 'closing', text: plan.closing, role: 'other' })
  return found
}

function addBlocks(blocks: readonly Block[], holder: Holder, found: Passage[]): void {
  for (const block of blocks)
    if (block.type === 'section') {
      const { id, heading: text, role, label } = block
      found.push({ kind: 'heading', text, role, section: id, label, ...at(block.at) })
      addBlocks(block.blocks, { role, section: id }, found)
    } else if (block.type === 'table') addTable(block, holder, found)
    else addStatement(block, holder, found)
}

function addStatement(statement: Statement, holder: Holder, found: Passage[]): void {
  const { text, label, blocks = [] } = statement
  found.push({ kind: 'statement', text, ...of(holder), ...(label && { label }), ...at(statement.at) })
  for (const child of blocks) addStatement(child, holder, found)
}

function addTable(table: Table, holder: Holder, found: Passage[]): void {
  if (table.title) found.push({ kind: 'row', text: table.title, ...of(holder), ...at(table.at) })
  const columns = table.columns.filter(Boolean).join(' | ')
  if (columns) found.push({ kind: 'row', text: columns, ...of(holder), ...at(table.at) })
  let group: string | undefined
  for (const row of table.rows) {
    if (row.group && row.group !== group) found.push({ kind: 'row', text: row.group, ...of(holder) })
    group = row.group
    const text = row.cells.filter(Boolean).join(' | ')
    found.push({ kind: 'row', text, ...of(holder), ...at(row.at ?? table.at) })
  }
}

function of({ role, section }: Holder): { role: Role; section?: string } {
  return section === undefined ? { role } : { role, section }
}

function at(place: { page: number; line?: number | undefined } | undefined): {
  page?: number
  line?: number
} {
  if (!place) return {}
  return place.line === undefined ? { page: place.page } : { page: place.page, line: place.line }
}
