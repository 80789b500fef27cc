import type { Card, Store } from './store.ts'
import { keyOf } from './words.ts'

/**
 * Who carries out and names what: plans of the archive, and documents that they cite but the archive has not.
 *
 *     47/KH-UBND (xã) ──implements──▶ 208/KH-UBND (tỉnh) ──cites──▶ 57-NQ/TW
 */
export interface Graph {
  nodes: Node[]
  edges: Edge[]
}

export interface Node {
  id: string
  /** Absent for a document that is not in the archive. */
  card?: Card
  label: string
}

export interface Edge {
  from: string
  to: string
  type: 'implements' | 'cites'
}

export function citationGraph(store: Store): Graph {
  const resolve = resolver(store)
  const nodes = new Map<string, Node>()
  const edges: Edge[] = []
  for (const card of store.cards()) nodes.set(nodeId(card), { id: nodeId(card), card, label: labelOf(card) })
  for (const cited of store.citations()) {
    if (cited.number === undefined) continue
    const target = resolve(cited)
    if (target?.id === cited.plan) continue
    const to = target ? nodeId(target) : `document:${keyOf(cited.number).trim()}:${cited.date ?? ''}`
    if (!nodes.has(to))
      nodes.set(to, { id: to, label: [cited.kind, cited.number, cited.issuer].filter(Boolean).join(' ') })
    edges.push({ from: `plan:${cited.plan}`, to, type: cited.basis ? 'implements' : 'cites' })
  }
  return { nodes: [...nodes.values()], edges }
}

/** What a citation says of the document. */
export interface Mention {
  number?: string | undefined
  date?: string | undefined
  issuer?: string | undefined
}

/**
 * Finds the plan of the archive that a citation means: the same number, no other date, and an issuer that may be the same
 * (`UBND tỉnh` for `Ủy ban nhân dân tỉnh An Lĩnh`). Where several fit, the one dated like the citation, else none.
 */
export function resolver(store: Store): (cited: Mention) => Card | undefined {
  const byNumber = new Map<string, Card[]>()
  for (const card of store.cards()) {
    if (card.number === undefined) continue
    const key = keyOf(card.number)
    byNumber.set(key, [...(byNumber.get(key) ?? []), card])
  }
  return ({ number, date, issuer }) => {
    if (number === undefined) return undefined
    const fitting = (byNumber.get(keyOf(number)) ?? []).filter(
      card =>
        (date === undefined || card.date === undefined || card.date === date) &&
        (issuer === undefined || card.issuer === undefined || mayBeSame(issuer, card.issuer)),
    )
    if (fitting.length <= 1) return fitting[0]
    const sure = fitting.filter(card => date !== undefined && card.date === date && card.issuer === issuer)
    return sure.length === 1 ? sure[0] : undefined
  }
}

/** Abbreviations as plans use them. */
function issuerWords(name: string): string[] {
  return keyOf(name)
    .replace(' ubnd ', ' uy ban nhan dan ')
    .replace(' hdnd ', ' hoi dong nhan dan ')
    .trim()
    .split(' ')
}

/** One name holds all words of the other. */
function mayBeSame(a: string, b: string): boolean {
  const [shorter, longer] = [issuerWords(a), issuerWords(b)].sort((x, y) => x.length - y.length) as [
    string[],
    string[],
  ]
  return shorter.every(word => longer.includes(word))
}

function nodeId({ id }: Card): string {
  return `plan:${id}`
}

function labelOf({ number, issuer, title, key }: Card): string {
  return [number, issuer].filter(Boolean).join(' ') || title || key
}

/** Graphviz: plans as boxes, other documents as ellipses, what is only named with a dashed line. */
export function* dotOf({ nodes, edges }: Graph): Generator<string> {
  yield 'digraph citations {\n  rankdir = BT\n  node [shape = ellipse]\n'
  for (const { id, card, label } of nodes)
    yield `  ${quoted(id)} [label = ${quoted(label)}${card ? ', shape = box' : ''}${card?.title ? `, tooltip = ${quoted(card.title)}` : ''}]\n`
  for (const { from, to, type } of edges)
    yield `  ${quoted(from)} -> ${quoted(to)}${type === 'cites' ? ' [style = dashed]' : ''}\n`
  yield '}\n'
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replaceAll('\n', ' ')}"`
}

const KEYS = ['label', 'number', 'issuer', 'level', 'date', 'kind', 'title'] as const

/** GraphML, which Gephi, yEd and NetworkX read. */
export function* graphmlOf({ nodes, edges }: Graph): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
  for (const key of KEYS) yield `  <key id="${key}" for="node" attr.name="${key}" attr.type="string"/>\n`
  yield '  <key id="type" for="edge" attr.name="type" attr.type="string"/>\n  <graph edgedefault="directed">\n'
  for (const { id, card, label } of nodes) {
    const values = { ...card, label }
    const data = KEYS.flatMap(key =>
      values[key] === undefined ? [] : [`<data key="${key}">${escaped(String(values[key]))}</data>`],
    )
    yield `    <node id="${escaped(id)}">${data.join('')}</node>\n`
  }
  for (const { from, to, type } of edges)
    yield `    <edge source="${escaped(from)}" target="${escaped(to)}"><data key="type">${type}</data></edge>\n`
  yield '  </graph>\n</graphml>\n'
}

function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, ' ')
    .replace(/[&<>"]/g, letter => `&#${letter.charCodeAt(0)};`)
}
