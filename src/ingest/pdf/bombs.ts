import { inflateSync } from 'node:zlib'
import { PlanExtractError } from '../../errors.ts'
import { say } from '../../said.ts'
import { type Bytes, bytesBetween, Window } from '../byte-source.ts'

/** Bytes of drawing operations, fonts or objects in one stream that no honest page comes near. */
const MAX_STREAM = 64 * 1024 * 1024
/** Deflate packs no tighter than this. */
const MAX_RATIO = 1032
/** A dictionary stands directly before its stream. */
const MAX_DICTIONARY = 2048

/**
 *     4 0 obj <</Length 389116 /Filter/FlateDecode>> stream … endstream      389 kB that become 400 MB
 *
 * Refuses a file that holds a compression bomb, or forms that multiply each other, since pdfium unpacks whatever it is given. Pictures are left out here:
 * their size is told by their dictionary and bounded by `maxPixels`. Errors: E_TOO_LARGE.
 */
export function refuseBombs(bytes: Bytes): void {
  const file = new Window(bytes)
  const forms = new Map<number, Form>()
  for (let at = file.indexOf('stream', 0); at >= 0; ) {
    const start = at + 6 + (file.at(at + 6) === 13 ? 2 : 1)
    const end = file.indexOf('endstream', start)
    if (end < 0) break
    const before = latin1(bytesBetween(bytes, Math.max(0, at - MAX_DICTIONARY), at))
    const object = before.lastIndexOf(' obj')
    const dictionary = before.slice(object + 1)
    const filters = dictionary.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0
    const isSuspect = filters > 1 || (end - start) * MAX_RATIO > MAX_STREAM
    const isForm = /\/Subtype\s*\/Form\b/.test(dictionary)
    if (isForm || (filters > 0 && isSuspect && !/\/Subtype\s*\/Image\b/.test(dictionary))) {
      const content = unpack(bytesBetween(bytes, start, end), filters)
      if (isForm) forms.set(numberOf(before.slice(0, object)), formOf(dictionary, content))
    }
    at = file.indexOf('stream', end + 9)
  }
  refuseMultiplying(forms)
}

function unpack(packed: Uint8Array, filters: number): Uint8Array {
  let data = packed
  for (let layer = 0; layer < Math.min(filters, 4); layer++)
    try {
      data = inflateSync(data, { maxOutputLength: MAX_STREAM })
    } catch (cause) {
      // What can't be unpacked here is encrypted or damaged, which pdfium tells better.
      if ((cause as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') return data
      throw new PlanExtractError(
        'E_TOO_LARGE',
        say('the PDF holds a stream that unpacks to more than 64 MB'),
        {
          hint: say('It is no document of the field; look at it in a safe place before anything else.'),
          cause,
        },
      )
    }
  return data
}

/** A piece of drawing that others draw by its name, and that draws others. */
interface Form {
  /** Numbers of the objects that it may draw. */
  references: number[]
  /** How often it draws something. */
  draws: number
}

/** Drawings of forms in all that no honest page comes near. */
const MAX_DRAWN = 50_000
/** pdfium draws no forms that lie deeper in each other. */
const MAX_DEPTH = 40

function latin1({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('latin1')
}

function numberOf(before: string): number {
  return Number(/(\d{1,10}) \d{1,5}$/.exec(before)?.[1] ?? -1)
}

function formOf(dictionary: string, content: Uint8Array): Form {
  const references = Array.from(dictionary.matchAll(/(\d{1,10}) \d{1,5} R\b/g), match => Number(match[1]))
  return { references, draws: latin1(content).match(/\bDo\b/g)?.length ?? 0 }
}

/**
 * A form that draws twice one that draws twice a third, and so on, takes pdfium longer than anybody lives. Each drawing is
 * counted as one of the heaviest form that stands in the resources. Errors: E_TOO_LARGE.
 */
function refuseMultiplying(forms: ReadonlyMap<number, Form>): void {
  const weights = new Map<number, number>()
  const weigh = (number: number, depth: number): number => {
    const form = forms.get(number)
    if (!form || depth > MAX_DEPTH) return 0
    const known = weights.get(number)
    if (known !== undefined) return known
    weights.set(number, 0) // a form that draws itself is stopped by pdfium
    const weight =
      1 + form.draws * Math.max(0, ...form.references.map(reference => weigh(reference, depth + 1)))
    weights.set(number, weight)
    return weight
  }
  for (const number of forms.keys())
    if (weigh(number, 0) > MAX_DRAWN)
      throw new PlanExtractError('E_TOO_LARGE', say('the PDF holds drawings that multiply each other'), {
        hint: say('It is no document of the field; look at it in a safe place before anything else.'),
      })
}
