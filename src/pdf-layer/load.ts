import {
  type PDFContext,
  type PDFDict,
  PDFDocument,
  PDFParser,
  PDFRawStream,
  type PDFRef,
  type PDFStream,
} from '@cantoo/pdf-lib'
import { allBytes, type ByteSource, type Bytes, bytesBetween, Window } from '../ingest/byte-source.ts'
import { Range } from './parts.ts'

const OPTIONS = { updateMetadata: false, preserveXFA: true, parseSpeed: Number.POSITIVE_INFINITY }

/**
 * A PDF as objects. Streams of a file that is read as it is needed stay there: pictures are most of a scan, and go to the
 * output without ever being in memory together.
 *
 * @throws what the library throws
 */
export async function loadPdf(bytes: Bytes, password: string | undefined): Promise<PDFDocument> {
  const options = { ...OPTIONS, ...(password !== undefined && { password }) }
  // What is encrypted has to be deciphered, which the library does with all of it.
  if (bytes instanceof Uint8Array || password !== undefined)
    return await PDFDocument.load(allBytes(bytes), options)
  const context = await new FileParser(bytes).parseDocument()
  return new DocumentOf(context, false, false, true)
}

/** What `PDFDocument.load` calls with what it parsed. */
const DocumentOf = PDFDocument as unknown as new (
  context: PDFContext,
  ignoreEncryption: boolean,
  updateMetadata: boolean,
  preserveXFA: boolean,
) => PDFDocument

/** Streams that are shorter are no burden. */
const SHORT = 4096

/** The library's parser over bytes that are not in memory. */
class FileParser extends PDFParser {
  readonly #source: ByteSource
  readonly #stream: SourceStream

  constructor(source: ByteSource) {
    super(new Uint8Array(0), Number.POSITIVE_INFINITY)
    this.#source = source
    this.#stream = new SourceStream(source)
    Object.assign(this, { bytes: this.#stream })
    this.context.pdfFileDetails.pdfSize = source.length
  }

  protected override parseDictOrStream(ref?: PDFRef): PDFDict | PDFStream {
    const parsed = super.parseDictOrStream(ref)
    if (!(parsed instanceof PDFRawStream)) return parsed
    const place = this.#stream.placeOf(parsed.contents)
    return place ? streamInFile(parsed.dict, new Range(this.#source, ...place)) : parsed
  }
}

/** What the library reads a file by (its `ByteStream`). Lines are not counted: nobody is told of them. */
class SourceStream {
  readonly #source: ByteSource
  readonly #window: Window
  /** Where the bytes lie that were asked for and not read. */
  readonly #places = new WeakMap<Uint8Array, [from: number, to: number]>()
  #at = 0

  constructor(source: ByteSource) {
    this.#source = source
    this.#window = new Window(source)
  }

  moveTo(place: number): void {
    this.#at = place
  }

  next(): number | undefined {
    return this.#window.at(this.#at++)
  }

  assertNext(expected: number): number {
    if (this.peek() !== expected) throw new Error(`no ${String.fromCharCode(expected)} at ${this.#at}`)
    this.#at++
    return expected
  }

  peek(): number | undefined {
    return this.#window.at(this.#at)
  }

  peekAhead(steps: number): number | undefined {
    return this.#window.at(this.#at + steps)
  }

  peekAt(place: number): number | undefined {
    return this.#window.at(place)
  }

  done(): boolean {
    return this.#at >= this.#source.length
  }

  offset(): number {
    return this.#at
  }

  /** Only streams and broken objects are asked for whole; long ones are left where they are. */
  slice(from: number, to: number): Uint8Array {
    const end = Math.min(to, this.#source.length)
    if (end - from < SHORT) return bytesBetween(this.#source, from, end)
    const none = new Uint8Array(0)
    this.#places.set(none, [from, end])
    return none
  }

  placeOf(bytes: Uint8Array): [from: number, to: number] | undefined {
    return this.#places.get(bytes)
  }

  position(): { line: number; column: number; offset: number } {
    return { line: 0, column: 0, offset: this.#at }
  }
}

/** Where the contents of streams lie that are in a file. */
const ranges = new WeakMap<PDFStream, Range>()

/** A stream whose contents are read each time that they are asked for. */
function streamInFile(dict: PDFDict, range: Range): PDFRawStream {
  const stream = PDFRawStream.of(dict, new Uint8Array(0))
  Object.defineProperty(stream, 'contents', { get: () => allBytes(range) })
  ranges.set(stream, range)
  return stream
}

/** What a stream holds, packed as it is, to be read when it is needed. */
export function contentsOf(stream: PDFStream): Bytes {
  return ranges.get(stream) ?? stream.getContents()
}
