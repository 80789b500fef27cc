import type { SourceDocument } from '../document.ts'
import { pagesOfText } from '../ingest/text.ts'
import type { Node } from './tree.ts'

/** A document of plain text, as ingest gives it. */
export function documentOf(text: string): SourceDocument {
  const pages = pagesOfText(text)
  return {
    source: {
      file: 'x.txt',
      sha256: '0'.repeat(64),
      mediaType: 'text/plain',
      pages: pages.length,
      text: 'plain',
    },
    pages,
    warnings: [],
  }
}

/** Nodes as one line each, indented by depth: `[I] MỤC ĐÍCH`. */
export function sketch(nodes: readonly Node[], depth = 0): string[] {
  const indent = '  '.repeat(depth)
  return nodes.flatMap(node => {
    if (node.type === 'table')
      return [
        `${indent}| ${node.columns.join(' | ')}`,
        ...node.rows.map(row => `${indent}| ${row.group ? `${row.group} :: ` : ''}${row.cells.join(' | ')}`),
      ]
    const label = node.label ? `[${node.label.text}] ` : ''
    return [`${indent}${label}${node.text}`, ...sketch(node.children, depth + 1)]
  })
}
