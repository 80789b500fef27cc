import {
  PDFBool,
  type PDFContext,
  PDFDict,
  PDFName,
  type PDFObject,
  type PDFPageLeaf,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib'
import { type Stripped, type Surroundings, withoutHiddenText } from './content/hidden-text.ts'
import type { PageGeometry } from './frame.ts'
import { contentOf, decoded, name, withBytes } from './objects.ts'

/** What is left of a page. */
export interface StrippedPage {
  /** Its content without text that nobody sees; undefined where it stays as it is. */
  content: Uint8Array | undefined
  /** Operations that show text and stay. */
  shown: number
  /** A copy of its own of the page's resources, without fonts where no text is left. */
  resources: PDFDict
}

/** Forms may call forms; hostile ones call themselves. */
const MAX_DEPTH = 12

/** Takes text that nobody sees out of pages and of the forms that they call; forms are changed in their place. */
export class Stripper {
  readonly #context: PDFContext
  readonly #forms = new Map<string, { shown: number; isEmpty: boolean }>()

  constructor(context: PDFContext) {
    this.#context = context
  }

  /** Undefined where the page's content can't be read. */
  strip(page: PDFPageLeaf, geometry: PageGeometry): StrippedPage | undefined {
    const content = contentOf(page)
    if (!content) return undefined
    const resources = (page.Resources() ?? PDFDict.withContext(this.#context)).clone(this.#context)
    const { bytes, shown } = this.#without(content, resources, 0, 0, geometry.box)
    return { content: bytes, shown, resources }
  }

  /** @param resources changed: what only the text that went away needed goes too */
  #without(
    content: Uint8Array,
    resources: PDFDict,
    mode: number,
    depth: number,
    page?: Surroundings['page'],
  ): Stripped {
    const objects = lookupDict(resources, 'XObject')
    const empty = new Set<string>()
    const stripped = withoutHiddenText(
      content,
      {
        page,
        paints: called => (isOpaquePicture(objects?.lookup(PDFName.of(called))) ? 'opaque picture' : 'other'),
        form: (called, inherited) => {
          const form = this.#form(objects?.get(PDFName.of(called)), inherited, depth, resources)
          if (form?.isEmpty) empty.add(called)
          return form
        },
      },
      mode,
    )
    if (stripped.bytes === undefined) return stripped
    if (stripped.shown === 0 && !this.#formsLean(objects)) resources.delete(name('Font'))
    if (empty.size > 0 && objects) {
      const rest = objects.clone(this.#context)
      for (const called of empty) rest.delete(PDFName.of(called))
      if (rest.keys().length > 0) resources.set(name('XObject'), rest)
      else resources.delete(name('XObject'))
    }
    return stripped
  }

  #form(
    object: PDFObject | undefined,
    mode: number,
    depth: number,
    callers: PDFDict,
  ): { shown: number; isEmpty: boolean } | undefined {
    const form = this.#context.lookup(object)
    if (!(form instanceof PDFStream) || form.dict.lookup(name('Subtype')) !== name('Form')) return undefined
    const key = `${object} ${mode}`
    const known = this.#forms.get(key)
    if (known) return known
    const unknown = { shown: 1, isEmpty: false } // as much as any visible text
    this.#forms.set(key, unknown)
    const content = decoded(form)
    if (!content || depth >= MAX_DEPTH || !(object instanceof PDFRef)) return unknown
    const own = form.dict.lookup(name('Resources'))
    const resources = (own instanceof PDFDict ? own : callers).clone(this.#context)
    const { bytes, ...left } = this.#without(content, resources, mode, depth + 1)
    if (bytes) {
      const changed = withBytes(form, bytes, this.#context)
      if (own instanceof PDFDict) changed.dict.set(name('Resources'), resources)
      this.#context.assign(object, changed)
    }
    this.#forms.set(key, left)
    return left
  }

  /** Forms without resources use those of who calls them. */
  #formsLean(objects: PDFDict | undefined): boolean {
    return (objects?.values() ?? []).some(object => {
      const form = this.#context.lookup(object)
      return (
        form instanceof PDFStream &&
        form.dict.lookup(name('Subtype')) === name('Form') &&
        !form.dict.has(name('Resources'))
      )
    })
  }
}

export function lookupDict(dict: PDFDict, key: string): PDFDict | undefined {
  const found = dict.lookup(name(key))
  return found instanceof PDFDict ? found : undefined
}

/** A picture through which nothing shows. */
function isOpaquePicture(object: PDFObject | undefined): boolean {
  if (!(object instanceof PDFStream)) return false
  const { dict } = object
  return (
    dict.lookup(name('Subtype')) === name('Image') &&
    !['SMask', 'Mask', 'SMaskInData', 'OC'].some(key => dict.has(name(key))) &&
    dict.lookup(name('ImageMask')) !== PDFBool.True
  )
}
