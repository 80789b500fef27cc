import type { Item, Label, LabelStyle, Node, TextLine, Tree } from '../parse/tree.ts'

/** Builders of trees for the tests of this folder. */
const at = { page: 1, line: 1 }

export const line = (text: string): TextLine => ({ text, at, confidence: 1 })

function styleOf(label: string): LabelStyle {
  if (/^[-+•*]$/.test(label)) return 'bullet'
  if (/^[IVX]+$/.test(label)) return 'roman'
  if (/^\d/.test(label)) return 'decimal'
  return label.startsWith('(') ? 'parenthesis' : 'letter'
}

/** `item('1', 'Công an xã', item('-', '…'))`; an empty label is none. */
export function item(label: string, text: string, ...children: Node[]): Item {
  const made: Label = { style: styleOf(label), text: label, printed: label }
  return { type: 'item', ...(label ? { label: made } : {}), text, at, confidence: 1, children }
}

export function table(columns: string[], ...rows: (string[] | { group: string; cells: string[] })[]): Node {
  return {
    type: 'table',
    columns,
    rows: rows.map(row => (Array.isArray(row) ? { cells: row, at } : { ...row, at })),
    at,
  }
}

export function treeWith(parts: Partial<Tree>): Tree {
  return {
    letterhead: { issuer: [], motto: [] },
    title: { subject: [] },
    preamble: [],
    body: [],
    closing: [],
    end: { recipients: [], signature: [] },
    annexes: [],
    noise: [],
    ...parts,
  }
}

export { documentOf } from '../parse/test-support.ts'
