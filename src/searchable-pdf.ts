import { basename, extname } from 'node:path'
import type { Plan } from '../schemas/plan.ts'
import { correctionsFor } from './corrections/beside.ts'
import type { Input, SourceDocument } from './document.ts'
import { emit } from './emit/emit.ts'
import { PlanExtractError } from './errors.ts'
import { type Extraction, type ExtractOptions, extract } from './extract.ts'
import { readInput } from './ingest/bytes.ts'
import { mediaTypeOf } from './ingest/media-type.ts'
import { madeBy } from './pdf-layer/identifier.ts'
import { PagePictures } from './pdf-layer/page-pictures.ts'
import { say } from './said.ts'

export interface SearchablePdfOptions extends ExtractOptions {
  /** Attach the plan as JSON. */
  attach?: boolean
  /** Make the file PDF/A-2b for archives, with the plan attached PDF/A-3b. */
  pdfa?: boolean
  /** Write the file though that breaks its digital signature. */
  force?: boolean
}

export interface SearchablePdf extends Extraction {
  bytes: Uint8Array
}

/**
 * A scan as a PDF that can be searched and copied (*PDF 2 lớp*): the picture as it is, under it the repaired text, invisible,
 * each word at its place. Bookmarks, title, author, subject and keywords come from the plan.
 *
 * @throws PlanExtractError what `extract` throws; E_UNSUPPORTED for plain text, E_SIGNED where a signature would break,
 *   E_PDFA where the file can't be made PDF/A
 */
export async function searchablePdf(
  input: Input,
  options: SearchablePdfOptions = {},
): Promise<SearchablePdf> {
  const corrections = correctionsFor(input, options.corrections) ?? false
  const { bytes, name } = await readInput(input, options.fileName)
  const mediaType = mediaTypeOf(bytes)
  if (mediaType === 'text/plain')
    throw new PlanExtractError('E_UNSUPPORTED', say('a text has no picture to lay its words under'), {
      hint: say('Give the PDF or the picture that it was read from.'),
    })
  // The library that writes PDF takes longer to load than all the rest.
  const { layeredPdf, openForLayer } = await import('./pdf-layer/layered.ts')
  // What can't be written is known before the long work.
  const given = mediaType === 'application/pdf' ? await openForLayer(bytes, options) : undefined
  const { plan, document, warnings } = await extract(bytes, { ...options, fileName: name, corrections })
  const started = performance.now()
  const pdf = given ?? (await openForLayer(await ofPictures(bytes, document, options)))
  const shown = given && new PagePictures(bytes, options)
  const layered = await layeredPdf(pdf, document, plan, {
    ...(shown && { picture: number => shown.gray(number) }),
    made: madeBy(plan.generator, options),
    pdfa: options.pdfa ?? false,
    ...(options.attach && {
      attachment: { fileName: `${basename(name, extname(name))}.plan.json`, text: emit(plan, 'json') },
    }),
  })
  shown?.close()
  options.log?.(`text layer written in ${Math.round(performance.now() - started)} ms`)
  return {
    plan,
    document,
    bytes: layered.bytes,
    warnings: [...warnings, ...(layered.warnings as Plan['warnings'])],
  }
}

async function ofPictures(
  bytes: Uint8Array,
  document: SourceDocument,
  options: SearchablePdfOptions,
): Promise<Uint8Array> {
  const { pdfOfPictures } = await import('./pdf-layer/pictures/pictures.ts')
  return await pdfOfPictures(bytes, document, options)
}
