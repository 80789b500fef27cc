// Before pdfjs and its worker, whose replacements of built-in functions are undone below.
import './natives.ts'
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'

import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import {
  getDocument,
  PasswordResponses,
  type PDFDocumentProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import { PlanExtractError } from '../../errors.ts'
import { DEFAULT_MAX_PAGES, DEFAULT_MAX_PIXELS, type IngestOptions } from '../options.ts'
import { restoreNatives } from './natives.ts'

restoreNatives()

/** Whether pictures in the file are decoded: text needs none, and decoding them takes most of the time. */
export type Pictures = 'decoded' | 'skipped'

/**
 * An open PDF; the caller destroys it with `closePdf`. Scripts and attachments in it are never run or opened.
 * Errors: E_ENCRYPTED, E_DAMAGED, E_TOO_LARGE.
 */
export async function openPdf(
  bytes: Uint8Array,
  options: IngestOptions,
  pictures: Pictures,
): Promise<PDFDocumentProxy> {
  const maxPixels = options.maxPixels ?? DEFAULT_MAX_PIXELS
  const task = getDocument({
    data: new Uint8Array(bytes), // pdfjs takes the buffer away from its owner
    ...(options.password === undefined ? {} : { password: options.password }),
    cMapUrl: packageFolder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: packageFolder('standard_fonts'),
    wasmUrl: packageFolder('wasm'),
    iccUrl: packageFolder('iccs'),
    maxImageSize: pictures === 'decoded' ? maxPixels : 0,
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
  })
  let document: PDFDocumentProxy
  try {
    document = await task.promise
  } catch (cause) {
    await task.destroy()
    throw openingError(cause, options)
  }
  const maxPages = options.maxPages ?? DEFAULT_MAX_PAGES
  if (document.numPages > maxPages) {
    await closePdf(document)
    throw new PlanExtractError(
      'E_TOO_LARGE',
      `the file has ${document.numPages} pages, more than ${maxPages}`,
      {
        hint: 'Name the pages of the plan with --pages after splitting it, or raise --max-pages.',
      },
    )
  }
  return document
}

export async function closePdf(document: PDFDocumentProxy): Promise<void> {
  await document.loadingTask.destroy()
}

function openingError(cause: unknown, options: IngestOptions): PlanExtractError {
  if (cause instanceof Error && cause.name === 'PasswordException') {
    const code = (cause as Error & { code?: number }).code
    const message =
      code === PasswordResponses.INCORRECT_PASSWORD && options.password !== undefined
        ? 'the file is encrypted, and the password is wrong'
        : 'the file is encrypted'
    return new PlanExtractError('E_ENCRYPTED', message, {
      hint: 'Remove the password with qpdf --decrypt, or give --password.',
      cause,
    })
  }
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new PlanExtractError('E_DAMAGED', `the PDF cannot be opened (${reason})`, {
    hint: 'Try to mend it with qpdf or by printing it to PDF anew.',
    cause,
  })
}

const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/** In Node pdfjs reads these with `fs`, which takes a path, not a URL; it must end in a slash. */
function packageFolder(name: string): string {
  return join(root, name, '/')
}
