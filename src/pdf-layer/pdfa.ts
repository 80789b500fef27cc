import {
  PDFArray,
  PDFBool,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFStream,
} from '@cantoo/pdf-lib'
import { PlanExtractError } from '../errors.ts'
import { say } from '../said.ts'
import { nameOf, operationsOf } from './content/operations.ts'
import { contentOf, name } from './objects.ts'

/**
 * The rules of PDF/A-2 (ISO 19005-2) that a scan can break and that can't be mended without changing what the file says,
 * by their clause. What is written by us keeps the others: fonts embedded with their ToUnicode, an output intent, XMP that
 * says what the information dictionary says, identifiers, no encryption.
 */
export const PDFA_RULES = {
  '6.1.7.2': 'a stream is packed with LZW or lies in another file',
  '6.2.4.3': 'colours are in CMYK, without a profile',
  '6.2.11.4': 'a font of visible text is not embedded',
  '6.3.3': 'an annotation has no appearance',
  '6.4.2': 'a form is XFA, or asks viewers to draw its fields',
  '6.5.1': 'an action runs a script, starts a program or plays something',
  '6.8': 'a file is attached',
} as const
export type PdfaRule = keyof typeof PDFA_RULES

const FORBIDDEN_ACTIONS = new Set(
  [
    'JavaScript',
    'Launch',
    'Sound',
    'Movie',
    'ResetForm',
    'ImportData',
    'Hide',
    'SetOCGState',
    'Rendition',
    'Trans',
  ].map(action => PDFName.of(action)),
)

/**
 * Makes a file PDF/A-2b, or PDF/A-3b where it carries the plan as an attachment.
 *
 * @throws PlanExtractError E_PDFA with the rules that it breaks
 */
export function makePdfa(pdf: PDFDocument, carries: 'attachment' | 'nothing'): void {
  const broken = brokenRules(pdf, carries)
  if (broken.length > 0)
    throw new PlanExtractError(
      'E_PDFA',
      say('the file cannot be PDF/A: {rules}', {
        rules: broken.map(rule => `${PDFA_RULES[rule]} (${rule})`).join('; '),
      }),
      { hint: say('Write it without --pdfa, or print it to PDF anew first.') },
    )
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (object instanceof PDFStream && isImage(object.dict)) object.dict.delete(name('Interpolate')) // 6.2.8
    if (object instanceof PDFDict && object.lookup(name('Type')) === name('Annot')) showOnPaper(object)
  }
  // Properties of other schemas would need descriptions of them; the information dictionary has what counts.
  pdf.catalog.delete(name('Metadata'))
  pdf.catalog.delete(name('OutputIntents'))
  pdf.convertToPDFA({ conformance: carries === 'attachment' ? '3B' : '2B' })
}

/** The rules that the file breaks, in their order. */
export function brokenRules(pdf: PDFDocument, carries: 'attachment' | 'nothing' = 'nothing'): PdfaRule[] {
  const broken = new Set<PdfaRule>()
  const { context, catalog } = pdf
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFStream) checkStream(object.dict, broken)
    eachDict(object, dict => checkDict(dict, broken))
  }
  const form = catalog.lookup(name('AcroForm'))
  if (
    form instanceof PDFDict &&
    (form.has(name('XFA')) || form.lookup(name('NeedAppearances')) === PDFBool.True)
  )
    broken.add('6.4.2')
  const names = catalog.lookup(name('Names'))
  if (names instanceof PDFDict && names.has(name('JavaScript'))) broken.add('6.5.1')
  if (carries === 'nothing' && names instanceof PDFDict && names.has(name('EmbeddedFiles'))) broken.add('6.8')
  for (const { node } of pdf.getPages()) {
    const content = contentOf(node)
    for (const { operator, operands } of content ? operationsOf(content) : []) {
      const isCmyk =
        (operator === 'cs' || operator === 'CS') && nameOf(content!, operands[0]) === 'DeviceCMYK'
      if (operator === 'k' || operator === 'K' || isCmyk) broken.add('6.2.4.3')
    }
  }
  return [...broken].sort()
}

function checkStream(dict: PDFDict, broken: Set<PdfaRule>): void {
  const filter = dict.lookup(name('Filter'))
  const filters = filter instanceof PDFArray ? filter.asArray() : [filter]
  if (filters.includes(name('LZWDecode')) || dict.has(name('F'))) broken.add('6.1.7.2')
  if (isImage(dict) && dict.lookup(name('ColorSpace')) === name('DeviceCMYK')) broken.add('6.2.4.3')
}

function checkDict(dict: PDFDict, broken: Set<PdfaRule>): void {
  const type = dict.lookup(name('Type'))
  const subtype = dict.lookup(name('Subtype'))
  if (FORBIDDEN_ACTIONS.has(dict.lookup(name('S')) as PDFName) || dict.has(name('AA'))) broken.add('6.5.1')
  if (type === name('Font') && subtype !== name('Type3') && subtype !== name('Type0') && !isEmbedded(dict))
    broken.add('6.2.11.4')
  if (type === name('Annot') && subtype !== name('Popup') && subtype !== name('Link') && !hasAppearance(dict))
    broken.add('6.3.3')
}

function isEmbedded(font: PDFDict): boolean {
  const descriptor = font.lookup(name('FontDescriptor'))
  if (!(descriptor instanceof PDFDict)) return false
  return ['FontFile', 'FontFile2', 'FontFile3'].some(key => descriptor.has(name(key)))
}

/** Annotations without extent, as signatures that don't show, need none. */
function hasAppearance(annotation: PDFDict): boolean {
  const box = annotation.lookup(name('Rect'))
  const sides =
    box instanceof PDFArray
      ? box.asArray().map(side => (side instanceof PDFNumber ? side.asNumber() : 0))
      : []
  if (sides[0] === sides[2] && sides[1] === sides[3]) return true
  const appearance = annotation.lookup(name('AP'))
  return appearance instanceof PDFDict && appearance.has(name('N'))
}

/** Flags of annotations: to be printed, and not hidden (6.3.2). */
function showOnPaper(annotation: PDFDict): void {
  const flags = annotation.lookup(name('F'))
  const bits = flags instanceof PDFNumber ? flags.asNumber() : 0
  const [INVISIBLE, HIDDEN, PRINT, NO_VIEW] = [1, 2, 4, 32] as const
  if ((bits & (INVISIBLE | HIDDEN | NO_VIEW)) === 0) annotation.set(name('F'), PDFNumber.of(bits | PRINT))
}

function isImage(dict: PDFDict): boolean {
  return dict.lookup(name('Subtype')) === name('Image')
}

/** A dictionary and those directly in it; what it refers to is visited by itself. */
function eachDict(object: PDFObject, visit: (dict: PDFDict) => void): void {
  const open: PDFObject[] = [object]
  while (open.length > 0) {
    const next = open.pop()!
    const dict = next instanceof PDFStream ? next.dict : next
    if (dict instanceof PDFDict) {
      visit(dict)
      open.push(...dict.values())
    } else if (dict instanceof PDFArray) open.push(...dict.asArray())
  }
}
