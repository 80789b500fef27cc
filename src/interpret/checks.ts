import { skeleton } from '../../grammars/fold.ts'
import type { Plan, Section } from '../../schemas/plan.ts'
import type { Node, Tree } from '../parse/tree.ts'
import { tellsTime } from './dates.ts'
import { sectionsOf } from './outline.ts'
import { isBackground } from './roles.ts'
import type { Warnings } from './warnings.ts'

/**
 * What looks wrong in a plan that was read: gaps in the numbering, tasks that nobody leads, sections of no role.
 */
export function checkPlan(plan: Omit<Plan, 'warnings'>, tree: Tree, warnings: Warnings): void {
  if (plan.body.length === 0) warnings.add('body-empty', 'No body text was found.')
  checkNumbering(tree.body, warnings)
  for (const section of sectionsOf(plan.body)) checkSection(section, warnings)
  for (const task of plan.tasks) {
    if (task.lead.length === 0)
      warnings.add('task-lead-missing', `Task ${task.id} names nobody who leads it.`, task.at)
    if (task.deadline && !tellsTime(task.deadline))
      warnings.add(
        'task-deadline-unreadable',
        `Task ${task.id}: "${task.deadline.text}" tells no date or period.`,
        task.at,
      )
  }
  for (const citation of plan.basis)
    if (citation.number === undefined && !NAMED.test(citation.kind))
      warnings.add(
        'citation-number-missing',
        `The plan rests on "${shortened(citation.text)}", of which it gives no number.`,
      )
  if (tree.end.signature.length === 0) warnings.add('signature-missing', 'Nobody signs.')
  else if (isRestored(plan, tree))
    warnings.add(
      'signature-position-restored',
      `The office of the signer is not legible; who signs "${plan.signature?.actingFor}" is ${plan.signature?.position}.`,
      tree.end.signature.at(-1)?.at,
    )
  else if (plan.signature?.name === undefined)
    warnings.add('signature-name-missing', 'The signature has no name.', tree.end.signature.at(-1)?.at)
  if (plan.recipients.length === 0) warnings.add('recipients-missing', 'No recipients are listed.')
}

/** Whether the office was put where its line is not legible. */
function isRestored({ signature }: Pick<Plan, 'signature'>, tree: Tree): boolean {
  const { position, actingFor } = signature ?? {}
  if (position === undefined || actingFor === undefined) return false
  const printed = skeleton(tree.end.signature.map(line => line.text).join(' '))
  return !printed.includes(skeleton(position))
}

/** Laws are known by their names. */
const NAMED = /^(?:luật|bộ luật|hiến pháp|pháp lệnh)/iu

function checkSection(section: Section, warnings: Warnings): void {
  if (section.level === 1 && !hasRole(section) && !isBackground(section.heading))
    warnings.add(
      'section-role-unknown',
      `The heading "${shortened(section.heading)}" names no known role.`,
      section.at,
    )
  if (section.blocks.length === 0)
    warnings.add('section-empty', `Nothing stands under "${shortened(section.heading)}".`, section.at)
  if (section.id.includes('~'))
    warnings.add(
      'label-repeated',
      `The label ${section.label || '(none)'} stands twice; the second is ${section.id}.`,
      section.at,
    )
}

/** Whether the section, or one in it, has a role. */
function hasRole({ role, blocks }: Section): boolean {
  return role !== 'other' || blocks.some(block => block.type === 'section' && hasRole(block))
}

/** Labels of one style that are counted should follow one another. */
function checkNumbering(nodes: readonly Node[], warnings: Warnings): void {
  const last = new Map<string, number>()
  for (const node of nodes) {
    if (node.type !== 'item') continue
    const { label } = node
    if (label?.ordinal !== undefined) {
      const before = last.get(label.style)
      if (before !== undefined && label.ordinal > before + 1)
        warnings.add('numbering-gap', `${label.text} follows, where one before it is missing.`, node.at)
      last.set(label.style, label.ordinal)
    }
    checkNumbering(node.children, warnings)
  }
}

function shortened(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 77)}…`
}
