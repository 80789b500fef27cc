import type { Fragment, Node, Tree } from './tree.ts'

/**
 * The text that a tree was parsed from: words one space apart, lines and blank lines where they stood, pages parted by
 * form feeds.
 *
 *     unparse(parse(document)) === the document's words in their lines
 */
export function unparse(tree: Tree): string {
  const fragments = fragmentsOf(tree).sort((a, b) => a.page - b.page || a.line - b.line || a.word - b.word)
  let text = ''
  let page = 1
  let line = 1
  let opens = true
  for (const fragment of fragments) {
    for (; page < fragment.page; page++, line = 1, opens = true) text += '\f'
    for (; line < fragment.line; line++, opens = true) text += '\n'
    text += opens ? fragment.text : ` ${fragment.text}`
    opens = false
  }
  return text
}

/** Every fragment of a tree, in the order of its parts. */
export function fragmentsOf(tree: Tree): Fragment[] {
  const found: Fragment[] = []
  const take = (owner: { fragments?: Fragment[] } | undefined) => {
    for (const fragment of owner?.fragments ?? []) found.push(fragment)
  }
  const { letterhead, title, end } = tree
  for (const line of [...letterhead.issuer, ...letterhead.motto, ...title.subject]) take(line)
  for (const line of [letterhead.number, letterhead.placeDate, title.kind, end.heading]) take(line)
  for (const paragraph of [...tree.preamble, ...tree.closing]) take(paragraph)
  for (const line of [...end.recipients, ...end.signature, ...tree.noise]) take(line)
  const open: Node[] = [...tree.body]
  for (const annex of tree.annexes) {
    for (const line of [annex.label, ...annex.title, ...annex.note]) take(line)
    for (const node of annex.body) open.push(node)
  }
  while (open.length > 0) {
    const node = open.pop() as Node
    take(node)
    if (node.type === 'table') {
      take(node.title)
      for (const row of node.rows) take(row)
    } else for (const child of node.children) open.push(child)
  }
  return found
}
