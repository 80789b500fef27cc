import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFInvalidObject,
  PDFNumber,
  type PDFObject,
  type PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib'
import type { Bytes } from '../ingest/byte-source.ts'
import { contentsOf } from './load.ts'
import { literal, name, tight } from './objects.ts'
import { Parts } from './parts.ts'

/** Readers unpack a stream of objects whole to see one of them. */
const OBJECTS_OF_STREAM = 100
/** Kinds of entries in a cross-reference stream (ISO 32000-1, table 18). */
const FREE = 0
const IN_FILE = 1
const IN_STREAM = 2

/** Where an object lies: its offset, or the number of its stream and its place there. */
type Entry = readonly [kind: typeof FREE | typeof IN_FILE | typeof IN_STREAM, where: number, place: number]

const UNUSED: Entry = [FREE, 0, 0]

/**
 * A PDF as the bytes of its file, its cross-references in a stream (ISO 32000-1, 7.5.7 and 7.5.8). Unlike the library's, every object that
 * may lies packed in a stream of objects, pages too, and packing is as tight as it gets: under a scan in black and white,
 * whose page has ten kilobytes, that counts. What was packed already is written as it is.
 */
export function serialize(context: PDFContext): Parts {
  const file = new File(context.header)
  const packed: [PDFRef, PDFObject][] = []
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (isOldFrame(object)) continue
    if (mayBePacked(ref, object, context)) packed.push([ref, object])
    else file.add(ref.objectNumber, ref.generationNumber, object)
  }
  let free = context.largestObjectNumber + 1
  for (let at = 0; at < packed.length; at += OBJECTS_OF_STREAM)
    file.addPacked(free++, packed.slice(at, at + OBJECTS_OF_STREAM))
  return file.end(free, context.trailerInfo)
}

/** Streams of objects and of cross-references that the file had. */
function isOldFrame(object: PDFObject): boolean {
  if (!(object instanceof PDFStream)) return false
  const type = object.dict.lookup(name('Type'))
  return type === name('ObjStm') || type === name('XRef')
}

/** Signatures stay outside, since they tell of bytes of the file. */
function mayBePacked(ref: PDFRef, object: PDFObject, { trailerInfo }: PDFContext): boolean {
  if (object instanceof PDFStream || object instanceof PDFInvalidObject) return false
  if (ref.generationNumber !== 0 || ref === trailerInfo.Encrypt) return false
  return !(object instanceof PDFDict && object.has(name('ByteRange')))
}

class File {
  readonly #parts = new Parts()
  readonly #entries = new Map<number, Entry>()

  constructor(header: Writable) {
    this.#push(asTheLibrary(header), '\n')
  }

  add(number: number, generation: number, object: PDFObject): void {
    this.#entries.set(number, [IN_FILE, this.#parts.length, generation])
    if (object instanceof PDFStream) {
      const contents = contentsOf(object)
      object.dict.set(name('Length'), PDFNumber.of(contents.length))
      this.#push(
        `${number} ${generation} obj\n`,
        bytesOf(object.dict),
        '\nstream\n',
        contents,
        '\nendstream\nendobj\n',
      )
    } else this.#push(`${number} ${generation} obj\n`, asTheLibrary(object), '\nendobj\n')
  }

  addPacked(number: number, objects: readonly [PDFRef, PDFObject][]): void {
    const offsets: number[] = []
    const bodies: Buffer[] = []
    let offset = 0
    objects.forEach(([ref, object], place) => {
      const body = bytesOf(object)
      this.#entries.set(ref.objectNumber, [IN_STREAM, number, place])
      offsets.push(ref.objectNumber, offset)
      bodies.push(body, Buffer.from('\n'))
      offset += body.length + 1
    })
    const index = Buffer.from(`${offsets.join(' ')}\n`)
    const packed = tight(Buffer.concat([index, ...bodies]))
    this.#entries.set(number, [IN_FILE, this.#parts.length, 0])
    const dict = `/Type/ObjStm/N ${objects.length}/First ${index.length}/Filter/FlateDecode`
    this.#push(
      `${number} 0 obj\n<<${dict}/Length ${packed.length}>>stream\n`,
      packed,
      '\nendstream\nendobj\n',
    )
  }

  /** With the cross-references, as object `number`, and the trailer. */
  end(number: number, { Root, Info, Encrypt, ID }: PDFContext['trailerInfo']): Parts {
    const start = this.#parts.length
    this.#entries.set(number, [IN_FILE, start, 0])
    // Numbers that nothing has take less room as rows of zeros than as gaps that are told.
    const first = Math.min(...this.#entries.keys())
    const rows = Array.from(
      { length: number + 1 - first },
      (_, at) => this.#entries.get(first + at) ?? UNUSED,
    )
    const widths = [1, bytesFor(rows.map(row => row[1])), bytesFor(rows.map(row => row[2]))]
    const table = Buffer.alloc(rows.length * (widths[0]! + widths[1]! + widths[2]!))
    let at = 0
    for (const row of rows)
      row.forEach((value, column) => {
        at = table.writeUIntBE(value, at, widths[column]!)
      })
    const packed = tight(table)
    const trailer = Object.entries({ Root, Info, Encrypt, ID }).flatMap(([key, value]) =>
      value ? [`/${key} ${value}`] : [],
    )
    const dict = `/Type/XRef/Size ${number + 1}/W[${widths.join(' ')}]/Index[${first} ${rows.length}]${trailer.join('')}`
    this.#push(`${number} 0 obj\n<<${dict}/Filter/FlateDecode/Length ${packed.length}>>stream\n`, packed)
    this.#push(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`)
    return this.#parts
  }

  #push(...parts: (string | Bytes)[]): void {
    for (const part of parts) this.#parts.push(typeof part === 'string' ? Buffer.from(part, 'latin1') : part)
  }
}

type Writable = Pick<PDFObject, 'sizeInBytes' | 'copyBytesInto'>

/**
 * Shorter than the library's, which gives every key of a dictionary a line, and writes strings in hexadecimal: half as
 * long in brackets, and packed they still save a sixth.
 */
function bytesOf(object: PDFObject): Buffer {
  if (object instanceof PDFHexString) return literal(object.asBytes())
  if (object instanceof PDFArray)
    return Buffer.concat([Buffer.from('['), ...apart(object.asArray().map(bytesOf)), Buffer.from(']')])
  if (object instanceof PDFDict) {
    const words = object.entries().flatMap(([key, value]) => [bytesOf(key), bytesOf(value)])
    return Buffer.concat([Buffer.from('<<'), ...apart(words), Buffer.from('>>')])
  }
  return asTheLibrary(object)
}

function asTheLibrary(object: Writable): Buffer {
  const bytes = Buffer.alloc(object.sizeInBytes())
  object.copyBytesInto(bytes, 0)
  return bytes
}

/** With a space where two words would run into each other. */
function apart(words: readonly Buffer[]): Buffer[] {
  return words.flatMap((word, index) => {
    const before = words[index - 1]?.at(-1)
    const isApart = before === undefined || isDelimiter(before) || isDelimiter(word[0])
    return isApart ? [word] : [Buffer.from(' '), word]
  })
}

/** What begins or ends a name, an array, a dictionary or a string. */
function isDelimiter(byte: number | undefined): boolean {
  return byte !== undefined && '/[]<>()'.includes(String.fromCharCode(byte))
}

/** Bytes that hold each of the numbers. */
function bytesFor(values: readonly number[]): number {
  const largest = values.reduce((most, value) => Math.max(most, value), 1)
  return Math.ceil(Math.log2(largest + 1) / 8)
}
