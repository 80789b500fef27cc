import {
  PDFArray,
  type PDFContext,
  type PDFDict,
  PDFDocument,
  PDFHexString,
  type PDFPage,
} from '@cantoo/pdf-lib'
import type { Plan } from '../../schemas/plan.ts'
import type { Page, SourceDocument, Warning } from '../document.ts'
import { PlanExtractError } from '../errors.ts'
import { refuseBombs } from '../ingest/pdf/bombs.ts'
import type { GrayPicture } from '../ingest/picture/gray.ts'
import { attach } from './attachment.ts'
import { multiply } from './content/matrix.ts'
import { fromUpright, type PageGeometry, turnedAround } from './frame.ts'
import { identifier } from './identifier.ts'
import { documentInfo, setInfo } from './metadata.ts'
import { geometryOf, name, removeUnreachable } from './objects.ts'
import { addOutline, outlineOf, type Target } from './outline.ts'
import { isSigned } from './signature.ts'
import { lookupDict, type StrippedPage, Stripper } from './strip.ts'
import { fontName, layerContent } from './text/content.ts'
import { LayerFonts } from './text/font.ts'
import { fittedToInk } from './text/ink.ts'
import { type PageRuns, runsOf } from './text/runs.ts'

export interface OpenOptions {
  /** Open the file though a change breaks its digital signature. */
  force?: boolean
  /** For encrypted files; what is written is not encrypted. */
  password?: string
}

/**
 * A PDF to be given another text layer.
 *
 * @throws PlanExtractError E_SIGNED, E_DAMAGED, E_ENCRYPTED, E_TOO_LARGE
 */
export async function openForLayer(bytes: Uint8Array, options: OpenOptions = {}): Promise<PDFDocument> {
  refuseBombs(bytes)
  const pdf = await load(bytes, options.password)
  if (isSigned(pdf.context) && !options.force)
    throw new PlanExtractError(
      'E_SIGNED',
      'the file is digitally signed, and a new text layer breaks the signature',
      {
        hint: 'Keep the signed file; --force writes another, in which the signature shows but is not valid.',
      },
    )
  return pdf
}

export interface LayerOptions {
  /** What the file is made by, for its identifier. */
  made: string
  /** A page as it is printed, at `INK_DPI`: text layers that were there are made to stand on its ink. */
  picture?: (page: number) => Promise<GrayPicture>
  /** The plan's text to carry along, by the name it gets. */
  attachment?: { fileName: string; text: string }
}

export interface Layered {
  bytes: Uint8Array
  warnings: Warning[]
}

/**
 * Replaces a PDF's text layer by the repaired text: every word invisible over its place, in reading order; the layer that
 * was there taken out; what is printed untouched. Title, author, subject, keywords and bookmarks come from the plan. The
 * same input gives the same bytes.
 *
 * @param pdf changed
 */
export async function layeredPdf(
  pdf: PDFDocument,
  document: SourceDocument,
  plan: Plan,
  options: LayerOptions,
): Promise<Layered> {
  const { context } = pdf
  const layers = await writeLayers(pdf, document, options.picture)
  setInfo(pdf, documentInfo(plan))
  addOutline(pdf, outlineOf(plan), page => layers.targets.get(page))
  if (options.attachment) {
    const { fileName, text } = options.attachment
    const file = { fileName, mediaType: 'application/json', description: 'Plan', bytes: Buffer.from(text) }
    attach(pdf, file, modificationDate(pdf, plan))
  }
  removeUnreachable(context)
  context.trailerInfo.ID = identifiers(context, document, options.made)
  return { bytes: await pdf.save(SAVING), warnings: layers.warnings }
}

const SAVING = {
  useObjectStreams: true,
  addDefaultPage: false,
  updateFieldAppearances: false,
  objectsPerTick: Number.POSITIVE_INFINITY,
}

async function load(bytes: Uint8Array, password: string | undefined): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(bytes, {
      updateMetadata: false,
      preserveXFA: true,
      parseSpeed: Number.POSITIVE_INFINITY,
      ...(password !== undefined && { password }),
    })
  } catch (cause) {
    if (cause instanceof Error && /encrypted/i.test(cause.message))
      throw new PlanExtractError('E_ENCRYPTED', 'the file is encrypted', {
        hint: 'Remove the password with qpdf --decrypt, or give --password.',
        cause,
      })
    throw new PlanExtractError('E_DAMAGED', `the PDF cannot be changed (${(cause as Error).message})`, {
      hint: 'Mend it with qpdf in.pdf out.pdf, then try again.',
      cause,
    })
  }
}

interface Layers {
  /** By number of the page. */
  targets: Map<number, Target>
  warnings: Warning[]
}

async function writeLayers(
  pdf: PDFDocument,
  { pages }: SourceDocument,
  picture: LayerOptions['picture'],
): Promise<Layers> {
  const { context } = pdf
  const leaves = pdf.getPages()
  const stripper = new Stripper(context)
  const fonts = new LayerFonts()
  const layers: Layers = { targets: new Map(), warnings: [] }
  const changed: PDFDict[] = []
  for (const page of pages) {
    const leaf = leaves[page.number - 1]
    if (!leaf) continue
    const geometry = geometryOf(leaf.node)
    layers.targets.set(page.number, {
      ref: leaf.ref,
      matrix: fromUpright(page, geometry),
      height: page.height ?? 0,
    })
    const stripped = stripper.strip(leaf.node, geometry)
    if (!stripped) {
      layers.warnings.push({
        code: 'layer-kept',
        severity: 'warning',
        message: `page ${page.number} keeps its text layer: its content cannot be read`,
        at: { page: page.number },
      })
      continue
    }
    if (stripped.shown > 0) continue
    const found = runsOf(page)
    const isLayer = page.text === 'layer' && found.runs.length > 0
    const runs = isLayer && picture ? fittedToInk(found, await picture(page.number), page.turn?.skew) : found
    putLayer(leaf, stripped, contentOfLayer(page, runs, geometry, fonts))
    changed.push(stripped.resources)
  }
  const refs = fonts.embed(context)
  for (const resources of changed) {
    const dict = lookupDict(resources, 'Font')?.clone(context) ?? context.obj({})
    refs.forEach((ref, index) => {
      dict.set(name(fontName(index)), ref)
    })
    resources.set(name('Font'), dict)
  }
  return layers
}

function contentOfLayer(
  page: Page,
  { runs, slope }: PageRuns,
  geometry: PageGeometry,
  fonts: LayerFonts,
): Uint8Array {
  if (runs.length === 0) return new Uint8Array(0)
  const { width = 0, height = 0 } = page
  const level = turnedAround(-slope, width / 2, height / 2)
  return layerContent(runs, multiply(fromUpright(page, geometry), level), height, fonts)
}

/** The layer lies under what is printed, and begins with the graphics state that every page begins with. */
function putLayer({ node }: PDFPage, { content, resources }: StrippedPage, layer: Uint8Array): void {
  const { context } = node
  const contents = node.get(name('Contents'))
  const found = context.lookup(contents)
  const before = found instanceof PDFArray ? found.asArray() : contents ? [contents] : []
  const own = content ? Buffer.concat([layer, Buffer.from('\n'), content]) : layer
  const stream = context.register(context.flateStream(own))
  node.set(name('Contents'), content ? stream : context.obj([stream, ...before]))
  node.set(name('Resources'), resources)
}

/** The first stays that of the file, or is made from its bytes. */
function identifiers(context: PDFContext, { source }: SourceDocument, made: string): PDFArray {
  const before = context.lookup(context.trailerInfo.ID)
  const first = before instanceof PDFArray ? before.lookup(0) : undefined
  const second = PDFHexString.of(identifier(source.sha256, made))
  return context.obj([
    first instanceof PDFHexString ? first : PDFHexString.of(source.sha256.slice(0, 32)),
    second,
  ])
}

/** No clock: when the file was changed last, or the plan's own date. */
function modificationDate(pdf: PDFDocument, { header }: Plan): string {
  const date = pdf.getModificationDate() ?? pdf.getCreationDate()
  const day = date ? date.toISOString().slice(0, 10) : header.date
  return `D:${(day ?? '1970-01-01').replaceAll('-', '')}`
}
