import type { Assignment, Block, Section, Statement } from '../../schemas/plan.ts'
import { headingActor, openingActor, unknownActor } from './bodies.ts'
import { isSentenceHeading, roleNamed } from './roles.ts'
import { comparable } from './text.ts'

/**
 * What the organization part lays on each body.
 *
 *     1. Phòng Văn hóa - Xã hội        the section's heading names the body; its statements are the duties
 *        - Chủ trì tham mưu …
 *     2. Công an xã: Phối hợp …        a statement that opens with a body, in a section that names none
 */
export function assignmentsOf(blocks: readonly Block[], printed: Map<Section, string>): Assignment[] {
  const found: Assignment[] = []
  const byUnit = new Map<string, Assignment>()
  visit(blocks, undefined)
  return found

  /** @param holder the organization section that holds the blocks and names no body itself */
  function visit(children: readonly Block[], holder: Section | undefined): void {
    const sections = children.filter(block => block.type === 'section')
    const named = sections.filter(each => headingActor(printed.get(each) ?? each.heading)).length
    const half = named * 2 >= sections.length
    const among = half && named >= 2 ? 'most' : half && named > 0 ? 'some' : 'none'
    for (const [index, block] of children.entries()) {
      if (block.type === 'statement' && holder) assignStatement(block, holder, children, index + 1)
      if (block.type !== 'section') continue
      const organizes = block.role === 'organization'
      if (!organizes || !assign(block, among)) visit(block.blocks, organizes ? block : undefined)
    }
  }

  /**
   * True where the heading names a body, whose whole section then is its own. Among headings of which `most` name bodies
   * a name that no list has is one too; among `some`, where it begins as one of many: `Các chủ đầu tư`.
   */
  function assign(section: Section, among: 'most' | 'some' | 'none'): boolean {
    const heading = printed.get(section) ?? section.heading
    const divided = section.blocks.some(block => block.type === 'section')
    const role = roleNamed(section.heading)
    const known = divided && role ? undefined : headingActor(heading)
    const many = /^(?:Các|Những)\s/u.test(heading)
    const beside = among === 'most' || (among === 'some' && many)
    const actor = known ?? (beside && !role ? unknownActor(heading) : undefined)
    if (actor) {
      const own = actor.duty && /\p{L}/u.test(actor.duty) ? [actor.duty] : []
      const duties = [...own, ...dutiesOf(section.blocks)]
      if (duties.length > 0) add(actor.unit, section, duties)
      return true
    }
    return false
  }

  function assignStatement(
    statement: Statement,
    section: Section,
    siblings: readonly Block[],
    next: number,
  ): void {
    const actor = openingActor(statement.text)
    if (!actor) return
    const duties = [...(/\p{L}/u.test(actor.duty) ? [actor.duty] : []), ...textsOf(statement.blocks ?? [])]
    if (duties.length === 0) duties.push(...paragraphsFrom(siblings, next))
    if (duties.length > 0) add(actor.unit, section, duties)
  }

  function add(unit: string, section: Section, duties: string[]): void {
    const key = `${section.id} ${comparable(unit)}`
    const same = byUnit.get(key)
    if (same) {
      for (const duty of duties) same.duties.push(duty)
      return
    }
    const made = { unit, section: section.id, duties, ...(section.at ? { at: section.at } : {}) }
    byUnit.set(key, made)
    found.push(made)
  }

  function dutiesOf(children: readonly Block[]): string[] {
    return children.flatMap(block => {
      if (block.type === 'table') return []
      if (block.type === 'statement') return textsOf([block])
      const heading = printed.get(block) ?? block.heading
      return [...(isSentenceHeading(heading) ? [heading] : []), ...dutiesOf(block.blocks)]
    })
  }
}

/** The unlabelled paragraphs under a body that stands on a line of its own: `* Các trường học:`. */
function paragraphsFrom(blocks: readonly Block[], start: number): string[] {
  const found: string[] = []
  for (let at = start; at < blocks.length; at++) {
    const block = blocks[at] as Block
    if (block.type !== 'statement' || block.label !== undefined || openingActor(block.text)) break
    found.push(...textsOf([block]))
  }
  return found
}

function textsOf(statements: readonly Statement[]): string[] {
  return statements.flatMap(each => [each.text, ...textsOf(each.blocks ?? [])])
}
