import { type PDFContext, PDFDict } from '@cantoo/pdf-lib'
import { name } from './objects.ts'

/**
 * True where the file carries a digital signature (ISO 32000-1, 12.8): a dictionary that signs ranges of its bytes. Any
 * change of the file breaks it.
 */
export function isSigned(context: PDFContext): boolean {
  return context
    .enumerateIndirectObjects()
    .some(([, object]) => object instanceof PDFDict && (signs(object) || signs(object.lookup(name('V')))))
}

function signs(object: unknown): boolean {
  return object instanceof PDFDict && object.has(name('ByteRange')) && object.has(name('Contents'))
}
