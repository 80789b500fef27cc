import { basename, extname } from 'node:path'
import type { Plan } from '../schemas/plan.ts'
import { correctionsFor } from './corrections/beside.ts'
import type { Corrections } from './corrections/schema.ts'
import type { Input, SourceDocument } from './document.ts'
import { emit } from './emit/emit.ts'
import { PlanExtractError } from './errors.ts'
import { type Extraction, type ExtractOptions, planOf, readOpen } from './extract.ts'
import { allBytes } from './ingest/byte-source.ts'
import { type OpenInput, whileOpen } from './ingest/bytes.ts'
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
  const pieces: Uint8Array[] = []
  const extraction = await writeSearchablePdf(input, piece => pieces.push(Buffer.from(piece)), options)
  return { ...extraction, bytes: Buffer.concat(pieces) }
}

/**
 * The same, handed on piece by piece: of a PDF that is given by its path, neither what was there nor what is made is ever in
 * memory as a whole.
 *
 * @param write told the pieces in their order, each valid until it returns
 * @throws PlanExtractError what `searchablePdf` throws; what `write` throws
 */
export async function writeSearchablePdf(
  input: Input,
  write: (piece: Uint8Array) => void,
  options: SearchablePdfOptions = {},
): Promise<Extraction> {
  const corrections = correctionsFor(input, options.corrections)
  return await whileOpen(input, options.fileName, open => writeOpen(open, write, options, corrections))
}

async function writeOpen(
  open: OpenInput,
  write: (piece: Uint8Array) => void,
  options: SearchablePdfOptions,
  corrections: Corrections | undefined,
): Promise<Extraction> {
  const { bytes, name } = open
  const mediaType = mediaTypeOf(bytes)
  if (mediaType === 'text/plain')
    throw new PlanExtractError('E_UNSUPPORTED', say('a text has no picture to lay its words under'), {
      hint: say('Give the PDF or the picture that it was read from.'),
    })
  // The library that writes PDF takes longer to load than all the rest.
  const { layeredPdf, openForLayer } = await import('./pdf-layer/layered.ts')
  // What can't be written is known before the long work.
  const given = mediaType === 'application/pdf' ? await openForLayer(bytes, options) : undefined
  const { plan, document, warnings } = planOf(await readOpen(open, options), options, corrections)
  const started = performance.now()
  const pdf = given ?? (await openForLayer(await ofPictures(allBytes(bytes), document, options)))
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
  for (const piece of layered.parts.pieces()) write(piece)
  open.refuseChanged()
  options.log?.(`text layer written in ${Math.round(performance.now() - started)} ms`)
  return { plan, document, warnings: [...warnings, ...(layered.warnings as Plan['warnings'])] }
}

async function ofPictures(
  bytes: Uint8Array,
  document: SourceDocument,
  options: SearchablePdfOptions,
): Promise<Uint8Array> {
  const { pdfOfPictures } = await import('./pdf-layer/pictures/pictures.ts')
  return await pdfOfPictures(bytes, document, options)
}
