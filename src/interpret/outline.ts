import { words } from '../../grammars/phrases.ts'
import type { Block, Role, Section, Statement, Table } from '../../schemas/plan.ts'
import { isCapitals } from '../parse/letters.ts'
import type { Item, Label, Node, TableNode } from '../parse/tree.ts'
import { placeOf } from './place.ts'
import { roleNamed } from './roles.ts'
import { isWhollyCapitals, withoutFinalMark } from './text.ts'

/**
 * Labelled lines to sections and statements.
 *
 *     1. Công an xã                  section: something stands under it
 *        - Phối hợp …                statement
 *     2. Thời gian thực hiện: …      section with one statement: what stands before the colon names a role
 *     3. Huy động sự vào cuộc …      statement: the line is all there is
 */
export interface Outline {
  blocks: Block[]
  /** What was printed as the heading of each section, with its final marks. */
  printed: Map<Section, string>
}

export function outlineOf(nodes: readonly Node[]): Outline {
  const printed = new Map<Section, string>()
  const ids = new Map<string, number>()
  const blocks = blocksOf(nodes, { path: [], level: 1, role: 'other' })
  return { blocks, printed }

  function blocksOf(children: readonly Node[], parent: Parent): Block[] {
    const typeset = children.filter(node => node.type === 'item' && isNumbered(node)) as Item[]
    const sectioned = typeset.some(item => item.children.length > 0)
    return children.flatMap(node => {
      if (node.type === 'table') return [tableOf(node)]
      if (isSection(node, sectioned)) return [sectionOf(node, parent)]
      return statementOf(node)
    })
  }

  function sectionOf(item: Item, parent: Parent): Section {
    const split = item.children.length === 0 ? roleWithText(item.text) : undefined
    const line = split?.heading ?? item.text
    const path = [...parent.path, ...ownParts(item.label, parent.path)]
    const own = roleNamed(split?.heading ?? headingName(line))
    const role = own ?? parent.role
    const section: Section = {
      type: 'section',
      id: unique(path.join('.') || '~'),
      label: item.label?.text ?? '',
      heading: withoutFinalMark(line),
      level: parent.level,
      role,
      blocks: [],
      at: placeOf(item.at),
      confidence: item.confidence,
    }
    printed.set(section, line)
    section.blocks = split
      ? [{ type: 'statement', text: split.text, at: placeOf(item.at), confidence: item.confidence }]
      : blocksOf(item.children, { path, level: parent.level + 1, role })
    return section
  }

  /** A label that the document repeats makes the id unique with `~2`. */
  function unique(id: string): string {
    const count = (ids.get(id) ?? 0) + 1
    ids.set(id, count)
    return count === 1 ? id : unique(`${id}~${count}`)
  }
}

interface Parent {
  /** Parts of the labels above, dotted numbers taken apart. */
  path: string[]
  level: number
  role: Role
}

function isNumbered(item: Item): boolean {
  const style = item.label?.style
  return style !== undefined && style !== 'bullet' && style !== 'none'
}

const TOP_STYLES = new Set(['part', 'chapter', 'clause-section', 'article', 'roman', 'capital'])

/** Whether the line heads a section. `amongSections`: a sibling has lines under it. */
function isSection(item: Item, amongSections: boolean): boolean {
  if (item.label?.style === 'bullet') return false
  if (!isNumbered(item))
    return item.children.length > 0 && isCapitals(item.text) && words(item.text).length <= 30
  if (item.children.length > 0) return true
  if (isWhollyCapitals(item.text)) return true
  if (roleWithText(item.text)) return true
  if (!amongSections || !TOP_STYLES.has(item.label?.style ?? 'none')) return false
  return !/[.;,]$/u.test(item.text.trim()) && words(item.text).length <= 16
}

/** `Thời gian thực hiện: từ ngày …`: the name of a role and its text. */
function roleWithText(text: string): { heading: string; text: string } | undefined {
  const colon = text.indexOf(':')
  if (colon < 0 || colon > 80) return undefined
  const heading = text.slice(0, colon).trim()
  const rest = text.slice(colon + 1).trim()
  if (!heading || !rest || words(heading).length > 10) return undefined
  return roleNamed(heading) ? { heading, text: rest } : undefined
}

/** The part of a heading that can name a role: before a colon. */
function headingName(line: string): string {
  const colon = line.indexOf(':')
  return colon > 0 ? line.slice(0, colon) : line
}

/** The parts of a label that its path does not have yet: printed `1.2` under `II`, `1` gives `2`. */
function ownParts(label: Label | undefined, path: readonly string[]): string[] {
  if (!label?.text) return ['~']
  if (label.style !== 'decimal' && label.style !== 'roman') return [label.text]
  const parts = label.text.split('.').filter(part => part !== '')
  for (let shared = Math.min(parts.length - 1, path.length); shared > 0; shared--) {
    const end = path.slice(path.length - shared)
    if (end.every((part, index) => part === parts[index])) return parts.slice(shared)
  }
  return parts.length > 0 ? parts : [label.text]
}

/** A statement with the items under it; tables under it follow it, since a statement holds only statements. */
function statementOf(item: Item): Block[] {
  const tables: Table[] = []
  const statement = nested(item)
  return [statement, ...tables]

  function nested(each: Item): Statement {
    const blocks: Statement[] = []
    for (const child of each.children) {
      if (child.type === 'table') tables.push(tableOf(child))
      else blocks.push(nested(child))
    }
    return {
      type: 'statement',
      ...(each.label?.text ? { label: each.label.text } : {}),
      text: each.text,
      ...(blocks.length > 0 ? { blocks } : {}),
      at: placeOf(each.at),
      confidence: each.confidence,
    }
  }
}

/** One cell per column: a table whose titles were lost, or a row cut short, is filled up with empty texts. */
function tableOf(node: TableNode): Table {
  const width = node.rows.reduce((most, row) => Math.max(most, row.cells.length), node.columns.length)
  const filled = (texts: readonly string[]): string[] =>
    Array.from({ length: width }, (_, i) => texts[i] ?? '')
  return {
    type: 'table',
    ...(node.title?.text ? { title: node.title.text } : {}),
    columns: filled(node.columns),
    rows: node.rows.map(row => ({
      ...(row.group ? { group: row.group } : {}),
      cells: filled(row.cells),
      at: placeOf(row.at),
    })),
    at: placeOf(node.at),
  }
}

/** Every section in document order, outer before inner. */
export function* sectionsOf(blocks: readonly Block[]): Generator<Section> {
  for (const block of blocks) {
    if (block.type !== 'section') continue
    yield block
    yield* sectionsOf(block.blocks)
  }
}
