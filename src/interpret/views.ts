import type { Block, Role, Section, ViewStatement } from '../../schemas/plan.ts'
import { VIEWS } from '../../schemas/roles.ts'
import { isSentenceHeading } from './roles.ts'

/**
 * The statements by role: each view lists, in document order, what stands under the sections of its role.
 */
export type View = Exclude<Role, 'other'>

export function viewsOf(
  blocks: readonly Block[],
  printed: Map<Section, string>,
): Record<View, ViewStatement[]> {
  const views = Object.fromEntries(VIEWS.map(view => [view, [] as ViewStatement[]])) as Record<
    View,
    ViewStatement[]
  >
  visit(blocks, undefined)
  return views

  function visit(children: readonly Block[], section: Section | undefined): void {
    for (const block of children) {
      if (block.type === 'section') {
        const heading = printed.get(block) ?? block.heading
        if (block.role !== 'other' && isSentenceHeading(heading))
          views[block.role].push({
            type: 'statement',
            section: block.id,
            ...(block.label ? { label: block.label } : {}),
            text: heading,
            ...(block.at ? { at: block.at } : {}),
          })
        visit(block.blocks, block)
      } else if (block.type === 'statement' && section && section.role !== 'other') {
        views[section.role].push({ section: section.id, ...block })
      }
    }
  }
}
