import {
  PDFArray,
  type PDFContext,
  type PDFDict,
  type PDFDocument,
  PDFHexString,
  type PDFPage,
} from '@cantoo/pdf-lib'
import type { Plan } from '../../schemas/plan.ts'
import type { Page, SourceDocument, Warning } from '../document.ts'
import { PlanExtractError } from '../errors.ts'
import type { Bytes } from '../ingest/byte-source.ts'
import { ingestOpen } from '../ingest/ingest.ts'
import { refuseBombs } from '../ingest/pdf/bombs.ts'
import type { GrayPicture } from '../ingest/picture/gray.ts'
import { say } from '../said.ts'
import { attach } from './attachment.ts'
import { multiply } from './content/matrix.ts'
import { fromUpright, type PageGeometry, turnedAround } from './frame.ts'
import { identifier } from './identifier.ts'
import { loadPdf } from './load.ts'
import { documentInfo, setInfo } from './metadata.ts'
import { flateStream, geometryOf, name, removeUnreachable } from './objects.ts'
import { addOutline, outlineOf, type Target } from './outline.ts'
import type { Parts } from './parts.ts'
import { makePdfa } from './pdfa.ts'
import { serialize } from './serialize.ts'
import { isSigned } from './signature.ts'
import { lookupDict, type StrippedPage, Stripper } from './strip.ts'
import { fontName, layerContent } from './text/content.ts'
import { LayerFonts } from './text/font.ts'
import { fittedToInk } from './text/ink.ts'
import { type PageRuns, runsOf } from './text/runs.ts'
import { withoutVisible } from './visible.ts'

export interface OpenOptions {
  /** Open the file though a change breaks its digital signature. */
  force?: boolean
  /** For encrypted files; what is written is not encrypted. */
  password?: string
}

/**
 * A PDF to be given another text layer.
 *
 * @param bytes those of a file must stay at hand until the new one is written
 * @throws PlanExtractError E_SIGNED, E_DAMAGED, E_ENCRYPTED, E_TOO_LARGE
 */
export async function openForLayer(bytes: Bytes, options: OpenOptions = {}): Promise<PDFDocument> {
  refuseBombs(bytes)
  const pdf = await load(bytes, options.password)
  if (isSigned(pdf.context) && !options.force)
    throw new PlanExtractError(
      'E_SIGNED',
      say('the file is digitally signed, and a new text layer breaks the signature'),
      {
        hint: say(
          'Keep the signed file; --force writes another, in which the signature shows but is not valid.',
        ),
      },
    )
  return pdf
}

export interface LayerOptions {
  /** What the file is made by, for its identifier. */
  made: string
  /** Make the file PDF/A-2b, with an attachment PDF/A-3b. */
  pdfa?: boolean
  /** A page as it is printed, at `INK_DPI`: text layers that were there are made to stand on its ink. */
  picture?: (page: number) => Promise<GrayPicture>
  /** The plan's text to carry along, by the name it gets. */
  attachment?: { fileName: string; text: string }
}

export interface Layered {
  /** The new file; what of it was in the old one is read when it is asked for. */
  parts: Parts
  warnings: Warning[]
}

/**
 * Replaces a PDF's text layer by the repaired text: every word invisible over its place, in reading order; the layer that
 * was there taken out; what is printed untouched. Title, author, subject, keywords and bookmarks come from the plan. The
 * same input gives the same bytes.
 *
 * @param pdf changed
 * @throws PlanExtractError E_PDFA
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
  if (options.pdfa) makePdfa(pdf, options.attachment ? 'attachment' : 'nothing')
  context.trailerInfo.ID = identifiers(context, document, options.made)
  return { parts: serialize(context), warnings: layers.warnings }
}

async function load(bytes: Bytes, password: string | undefined): Promise<PDFDocument> {
  try {
    return await loadPdf(bytes, password)
  } catch (cause) {
    if (cause instanceof Error && /encrypted/i.test(cause.message))
      throw new PlanExtractError('E_ENCRYPTED', say('the file is encrypted'), {
        hint: say('Remove the password with qpdf --decrypt, or give --password.'),
        cause,
      })
    throw new PlanExtractError(
      'E_DAMAGED',
      say('the PDF cannot be changed ({message})', { message: (cause as Error).message }),
      {
        hint: say('Mend it with qpdf in.pdf out.pdf, then try again.'),
        cause,
      },
    )
  }
}

interface Layers {
  /** By number of the page. */
  targets: Map<number, Target>
  warnings: Warning[]
}

/** A page that gets a layer. */
interface Place {
  page: Page
  leaf: PDFPage
  geometry: PageGeometry
  stripped: StrippedPage
}

async function writeLayers(
  pdf: PDFDocument,
  { pages }: SourceDocument,
  picture: LayerOptions['picture'],
): Promise<Layers> {
  const { context } = pdf
  const stripper = new Stripper(context)
  const layers: Layers = { targets: new Map(), warnings: [] }
  const places: Place[] = []
  const leaves = pdf.getPages()
  for (const page of pages) {
    const leaf = leaves[page.number - 1]
    if (!leaf) continue
    const geometry = geometryOf(leaf.node)
    const target = { ref: leaf.ref, matrix: fromUpright(page, geometry), height: page.height ?? 0 }
    layers.targets.set(page.number, target)
    const stripped = stripper.strip(leaf.node, geometry)
    if (!stripped) layers.warnings.push(kept(page, 'its content cannot be read'))
    else if (stripped.shown === 0 || stripped.content || page.text !== 'layer')
      places.push({ page, leaf, geometry, stripped })
    else if (saysOther(page))
      layers.warnings.push(kept(page, 'the text printed on it reads wrongly, but is no layer'))
  }
  for (const { leaf, stripped } of places) putContent(leaf, stripped)
  const visible = await visiblePages(pdf, places)
  const fonts = new LayerFonts(lettersOf(places))
  const changed: PDFDict[] = []
  for (const place of places) {
    const { leaf, geometry, stripped } = place
    const printed = visible.get(place.page.number)
    const left = printed ? withoutVisible(place.page, printed) : { page: place.page, isContradicted: false }
    if (left.isContradicted) layers.warnings.push(kept(left.page, 'some text printed on it reads otherwise'))
    const found = runsOf(left.page)
    if (found.runs.length === 0) continue
    const isLayer = left.page.text === 'layer' && picture !== undefined
    const runs = isLayer ? fittedToInk(found, await picture(left.page.number), left.page.turn?.skew) : found
    putLayer(leaf, stripped, contentOfLayer(left.page, runs, geometry, fonts))
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

function lettersOf(places: readonly Place[]): Set<string> {
  const letters = new Set<string>()
  for (const { page } of places)
    for (const { words } of page.lines)
      for (const { text } of words) for (const letter of text) letters.add(letter)
  return letters
}

/** Repair changed more than a slip here and there. */
function saysOther({ lines }: Page): boolean {
  const words = lines.flatMap(line => line.words)
  return words.filter(({ raw }) => raw !== undefined).length > SLIPS * words.length
}

/** Share of words that repair may change on a page that was born digital. */
const SLIPS = 0.02

function kept({ number }: Page, reason: string): Warning {
  return {
    code: 'layer-kept',
    severity: 'warning',
    message: `page ${number} keeps text of its own: ${reason}`,
    at: { page: number },
  }
}

/** What is printed on the pages whose text did not all go, by number of the page. */
async function visiblePages(pdf: PDFDocument, places: readonly Place[]): Promise<Map<number, Page>> {
  const numbers = places.filter(({ stripped }) => stripped.shown > 0).map(({ page }) => page.number)
  if (numbers.length === 0) return new Map()
  const pages = numbers.map(number => [number, number] as const)
  const open = { bytes: serialize(pdf.context), name: '-', sha256: '', refuseChanged() {}, close() {} }
  const found = await ingestOpen(open, { ocr: 'never', pages })
  return new Map(found.pages.map(page => [page.number, page]))
}

function contentOfLayer(
  page: Page,
  { runs, slope }: PageRuns,
  geometry: PageGeometry,
  fonts: LayerFonts,
): Uint8Array {
  const { width = 0, height = 0 } = page
  const level = turnedAround(-slope, width / 2, height / 2)
  return layerContent(runs, multiply(fromUpright(page, geometry), level), height, fonts)
}

function putContent({ node }: PDFPage, { content, resources }: StrippedPage): void {
  const { context } = node
  if (content) node.set(name('Contents'), context.register(flateStream(content, context)))
  node.set(name('Resources'), resources)
}

/** The layer lies under what is printed, and begins with the graphics state that every page begins with. */
function putLayer({ node }: PDFPage, { content }: StrippedPage, layer: Uint8Array): void {
  const { context } = node
  if (content) {
    const whole = Buffer.concat([layer, Buffer.from('\n'), content])
    node.set(name('Contents'), context.register(flateStream(whole, context)))
    return
  }
  const contents = node.get(name('Contents'))
  const found = context.lookup(contents)
  const before = found instanceof PDFArray ? found.asArray() : contents ? [contents] : []
  node.set(name('Contents'), context.obj([context.register(flateStream(layer, context)), ...before]))
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
