import type { Block, Plan, Statement } from '../../../schemas/plan.ts'
import type { Unit } from './align.ts'

/** A section heading, statement or table row of a plan, as it is aligned and shown. */
export interface TextUnit extends Unit {
  sort: 'section' | 'statement' | 'row'
  /** Id of the section (its own, for a heading). */
  section: string
  label: string | undefined
  page: number | undefined
}

/** The body and the annexes in printed order, a unit for each heading, statement and row. */
export function textUnits(plan: Plan): TextUnit[] {
  const units: TextUnit[] = []
  addBlocks(plan.body, { section: '', role: 'other', place: [] }, units)
  for (const { label, title, body } of plan.annexes)
    addBlocks(body, { section: label, role: 'other', place: [title ?? label] }, units)
  return units
}

interface Holder {
  section: string
  role: string
  place: readonly string[]
}

function addBlocks(blocks: readonly Block[], holder: Holder, units: TextUnit[]): void {
  for (const block of blocks)
    if (block.type === 'section') {
      const { id: section, role, heading, label, at } = block
      units.push({ ...holder, sort: 'section', text: heading, section, role, label, page: at?.page })
      addBlocks(block.blocks, { section, role, place: [...holder.place, heading] }, units)
    } else if (block.type === 'statement') addStatement(block, holder, units)
    else
      for (const row of block.rows) {
        // The number of a row says nothing of what it is.
        const cells = row.cells.filter((cell, at) => cell !== '' && !(at === 0 && /^[\d.]+$/.test(cell)))
        const page = row.at?.page ?? block.at?.page
        units.push({ ...holder, sort: 'row', text: cells.join(' | '), label: row.cells[0], page })
      }
}

function addStatement(statement: Statement, holder: Holder, units: TextUnit[]): void {
  const { text, label, at, blocks = [] } = statement
  units.push({ ...holder, sort: 'statement', text, label, page: at?.page })
  for (const child of blocks) addStatement(child, { ...holder, place: [...holder.place, text] }, units)
}
