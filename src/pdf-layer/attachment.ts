import { PDFArray, PDFDict, type PDFDocument, PDFHexString, type PDFObject, PDFString } from '@cantoo/pdf-lib'
import { name } from './objects.ts'

/** A file to carry along in a PDF. */
export interface Attachment {
  fileName: string
  mediaType: string
  description: string
  bytes: Uint8Array
}

/** Levels of a name tree that are followed; hostile ones lead in circles. */
const MAX_DEPTH = 32

/**
 * Attaches a file as data that the document was made into (ISO 32000-1, 7.11.4; `AFRelationship` as PDF/A-3, ISO 19005-3,
 * asks for). One of the same name is replaced.
 *
 * @param modified date as PDF writes it, `D:20260316`
 */
export function attach(
  pdf: PDFDocument,
  { fileName, mediaType, description, bytes }: Attachment,
  modified: string,
): void {
  const { context, catalog } = pdf
  const file = context.register(
    context.flateStream(bytes, {
      Type: 'EmbeddedFile',
      Subtype: mediaType,
      Params: { Size: bytes.length, ModDate: PDFString.of(modified) },
    }),
  )
  const specification = context.register(
    context.obj({
      Type: 'Filespec',
      F: PDFString.of(fileName.replace(/[^\x20-\x7e]|[()\\]/g, '_')),
      UF: PDFHexString.fromText(fileName),
      EF: { F: file, UF: file },
      AFRelationship: 'Data',
      Desc: PDFHexString.fromText(description),
    }),
  )
  const names = catalog.lookup(name('Names'))
  const trees = names instanceof PDFDict ? names : context.obj({})
  const before = entriesOf(trees.lookup(name('EmbeddedFiles')))
  const replaced = new Set(before.filter(([key]) => key === fileName).map(([, file]) => file))
  const others = before.filter(([key]) => key !== fileName)
  const entries = [...others, [fileName, specification] as const].sort(([a], [b]) =>
    a < b ? -1 : a > b ? 1 : 0,
  )
  const leaf = context.obj({ Names: entries.flatMap(([key, value]) => [PDFHexString.fromText(key), value]) })
  trees.set(name('EmbeddedFiles'), context.register(leaf))
  if (trees !== names) catalog.set(name('Names'), context.register(trees))
  const associated = catalog.lookup(name('AF'))
  const files = associated instanceof PDFArray ? associated.asArray().filter(file => !replaced.has(file)) : []
  catalog.set(name('AF'), context.obj([...files, specification]))
}

/** All entries of a name tree. */
function entriesOf(tree: PDFObject | undefined, depth = 0): (readonly [string, PDFObject])[] {
  if (!(tree instanceof PDFDict) || depth > MAX_DEPTH) return []
  const found: (readonly [string, PDFObject])[] = []
  const names = tree.lookup(name('Names'))
  if (names instanceof PDFArray)
    for (let at = 0; at + 1 < names.size(); at += 2) {
      const key = names.lookup(at)
      if (key instanceof PDFString || key instanceof PDFHexString)
        found.push([key.decodeText(), names.get(at + 1)])
    }
  const kids = tree.lookup(name('Kids'))
  if (kids instanceof PDFArray)
    for (let at = 0; at < kids.size(); at++) found.push(...entriesOf(kids.lookup(at), depth + 1))
  return found
}
