import { type Block, type Plan, SCHEMA_VERSION, type Section } from '../../schemas/plan.ts'
import type { SourceDocument } from '../document.ts'
import type { Annex, Node, Tree } from '../parse/tree.ts'
import { assignmentsOf } from './assignments.ts'
import { checkPlan } from './checks.ts'
import { citationsOf, type Passage } from './citations.ts'
import { meanConfidence } from './confidence.ts'
import { readHeader, yearOf } from './header.ts'
import { outlineOf } from './outline.ts'
import { placeOf, span } from './place.ts'
import { readRecipients } from './recipients.ts'
import { readSignatures } from './signature.ts'
import { targetsOf } from './targets.ts'
import { tasksOf } from './tasks.ts'
import { viewsOf } from './views.ts'
import { Warnings } from './warnings.ts'

/**
 * What the parts of a document mean: a plan after contract plan-v1. Any tree gives one that the schema accepts; what
 * is doubtful is among its warnings, after those of the document.
 */
export function interpret(tree: Tree, document: SourceDocument): Plan {
  const warnings = new Warnings()
  const header = readHeader(tree, textsOf(tree), warnings)
  const { blocks: body, printed } = outlineOf(tree.body)
  const annexes = tree.annexes.map(source => readAnnex(source, printed))
  const paragraphs = (list: Tree['preamble']) =>
    list
      .map(each => each.text.trim())
      .join(' ')
      .trim()
  const preamble = paragraphs(tree.preamble)
  const closing = paragraphs(tree.closing)
  const signatures = readSignatures(tree.end.signature)
  const { citations, basis } = citationsOf(
    passagesOf(tree, header.title, body, annexes, printed),
    header.number,
  )
  const [signature, cosigner] = signatures
  const plan: Omit<Plan, 'warnings'> = {
    schemaVersion: SCHEMA_VERSION,
    source: document.source,
    header,
    basis,
    ...(preamble ? { preamble } : {}),
    body,
    ...viewsOf(body, printed),
    tasks: tasksOf(body, annexes, { year: yearOf(header, tree), printed }),
    assignments: assignmentsOf(body, printed),
    targets: targetsOf(body, annexes, printed),
    ...(closing ? { closing } : {}),
    recipients: readRecipients(tree.end.recipients),
    ...(signature ? { signature } : {}),
    ...(cosigner ? { signatures } : {}),
    annexes: annexes.map(({ source: _, ...annex }) => annex),
    citations,
    confidence: meanConfidence(tree),
  }
  checkPlan(plan, tree, warnings)
  const found = document.warnings.map(({ at, ...each }) => ({ ...each, ...(at ? { at: placeOf(at) } : {}) }))
  return { ...plan, warnings: [...found, ...warnings.list] }
}

interface ReadAnnex {
  source: Annex
  label: string
  title?: string
  body: Block[]
  at?: ReturnType<typeof placeOf>
}

function readAnnex(source: Annex, printed: Map<Section, string>): ReadAnnex {
  const outline = outlineOf(source.body)
  for (const [section, heading] of outline.printed) printed.set(section, heading)
  const title = source.title
    .map(line => line.text.trim())
    .join(' ')
    .trim()
  const lines = [source.label, ...source.title].filter(line => line !== undefined)
  const at = span(lines.map(line => line.at))
  return {
    source,
    label: source.label?.text.replace(/[\s:.]+$/u, '') || 'Phụ lục',
    ...(title ? { title } : {}),
    body: outline.blocks,
    ...(at ? { at } : {}),
  }
}

/** Running text in which names stand in mixed case. */
function textsOf(tree: Tree): string[] {
  const texts = [...tree.title.subject, ...tree.preamble].map(part => part.text)
  const visit = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (node.type !== 'item') continue
      texts.push(node.text)
      visit(node.children)
    }
  }
  visit(tree.body)
  return [...texts, ...tree.closing.map(part => part.text)]
}

/** Everything that may cite a document, in printed order. */
function passagesOf(
  tree: Tree,
  title: string | undefined,
  body: readonly Block[],
  annexes: readonly ReadAnnex[],
  printed: Map<Section, string>,
): Passage[] {
  const passages: Passage[] = []
  if (title) passages.push({ text: title, part: 'title' })
  for (const { text, at } of tree.preamble) passages.push({ text, part: 'preamble', at: placeOf(at) })
  visit(body, undefined)
  for (const { text, at } of tree.closing) passages.push({ text, part: 'body', at: placeOf(at) })
  for (const annex of annexes) {
    if (annex.title) passages.push({ text: annex.title, part: 'body', section: annex.label })
    visit(annex.body, annex.label)
  }
  return passages

  function visit(blocks: readonly Block[], section: string | undefined): void {
    const add = (text: string, at: Passage['at']) =>
      passages.push({
        text,
        part: 'body',
        ...(section === undefined ? {} : { section }),
        ...(at ? { at } : {}),
      })
    for (const block of blocks) {
      if (block.type === 'table') {
        for (const row of block.rows) for (const cell of row.cells) if (cell) add(cell, row.at)
      } else if (block.type === 'statement') {
        add(block.text, block.at)
        visit(block.blocks ?? [], section)
      } else {
        const heading = printed.get(block) ?? block.heading
        passages.push({
          text: heading,
          part: 'body',
          section: block.id,
          ...(block.at ? { at: block.at } : {}),
        })
        visit(block.blocks, block.id)
      }
    }
  }
}
