import type { Node, Tree } from '../parse/tree.ts'

/**
 * How sure the whole is: the mean of the texts' confidences, each weighing as much as it is long.
 */
export function meanConfidence(tree: Tree): number {
  let sum = 0
  let weight = 0
  const count = (text: string, confidence: number) => {
    sum += text.length * confidence
    weight += text.length
  }
  const visit = (nodes: readonly Node[]) => {
    for (const node of nodes) {
      if (node.type !== 'item') continue
      count(node.text, node.confidence)
      visit(node.children)
    }
  }
  const { letterhead, title, end } = tree
  const lines = [...letterhead.issuer, letterhead.number, letterhead.placeDate, title.kind, ...title.subject]
  for (const line of [...lines, ...end.recipients, ...end.signature])
    if (line) count(line.text, line.confidence)
  for (const paragraph of [...tree.preamble, ...tree.closing]) count(paragraph.text, paragraph.confidence)
  visit(tree.body)
  for (const annex of tree.annexes) visit(annex.body)
  if (weight === 0) return 1
  return Math.round(Math.min(1, Math.max(0, sum / weight)) * 1000) / 1000
}
