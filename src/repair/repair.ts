import type { Page, SourceDocument } from '../document.ts'
import { packagePath } from '../package-root.ts'
import { Acronyms } from './acronyms.ts'
import { Candidates } from './candidates/candidates.ts'
import { type Channel, loadChannel, strippingChannel } from './candidates/channel.ts'
import { Lexicons } from './candidates/lexicons.ts'
import { SymbolParts } from './candidates/symbols.ts'
import type { Scorer } from './decoder.ts'
import { letterLabels } from './labels.ts'
import { Context, LanguageModel } from './language/language-model.ts'
import { CLASSES, endsClause } from './language/normalize.ts'
import { DocumentMemory } from './memory.ts'
import { PackedPage } from './packed-page.ts'
import {
  type DecodedPage,
  PageDecoder,
  type PageDecoderOptions,
  type PlacementVotes,
  type Repaired,
} from './page-decoder.ts'
import { quarters } from './quarters.ts'
import type { Reading } from './reading/detect.ts'
import { modernize } from './reading/modernize.ts'
import { rebuild } from './rebuild.ts'
import { recipientRemarks } from './recipient-remarks.ts'
import { romanLabels } from './roman-labels.ts'
import { rowNumberHeads } from './row-number-heads.ts'
import { Spellings } from './spellings.ts'

/** Words as sure as this teach the second pass. */
const SURE = 0.9

/** How text went wrong, by reading; undefined where it needs no repair. */
export interface Channels {
  get(reading: Reading): Channel | undefined
}

/** Repairs the text of documents; holds the models, so make one and use it for many. Not reentrant. */
export class Repairer {
  readonly #channels: Channels
  readonly #scorer: Scorer
  readonly #decoder: PageDecoder
  readonly #known: (word: string) => boolean
  readonly #vocabulary: number
  readonly #unigram: (word: number) => number

  constructor(
    lexicons: Lexicons,
    model: LanguageModel,
    channels: Channels,
    options: PageDecoderOptions = {},
  ) {
    this.#channels = channels
    this.#vocabulary = model.vocabulary.size
    this.#unigram = word => model.unigramScore(word)
    this.#known = word => model.vocabulary.has(word)
    this.#scorer = new ModelScorer(model)
    const candidates = (reading: Reading): Candidates | undefined => {
      const channel = channels.get(reading)
      return channel && new Candidates(lexicons, channel)
    }
    this.#decoder = new PageDecoder(candidates, options)
  }

  /** The document with its words right; pages that need no repair are the same objects. */
  repair(document: SourceDocument): SourceDocument {
    return { ...document, pages: this.repairPages(document.pages) }
  }

  /**
   * Pages of one document: first made plain Unicode, then repaired in two passes. What the first finds sure teaches the
   * second, and how the document places its tones is decided once for all of it.
   */
  repairPages(found: Page[]): Page[] {
    const pages = found.map(page => modernize(page, this.#known))
    const first = pages.map(page => pack(this.#decoder.decode(page, this.#scorer)))
    if (first.every(page => page === undefined)) return pages
    const { memory, acronyms, spellings } = this.#learnt(first)
    const scorer = memory.remembering(this.#scorer, this.#unigram)
    const votes: PlacementVotes = { first: 0, second: 0 }
    const second = first.map(packed => {
      if (!packed) return undefined
      const decoded = this.#decoder.decodeAgain(packed.unpacked(), scorer, acronyms, spellings)
      this.#decoder.vote(votes, decoded.pieces)
      return pack(decoded)
    })
    const numerals = romanLabels(unpackedPages(second))
    // Tradition has it where the document does not clearly say otherwise.
    const placement = votes.second > 2 * votes.first ? 'second' : 'first'
    return pages.map((page, i) => {
      const decoded = second[i]?.unpacked()
      return decoded ? rebuild(this.#inPlace(decoded, numerals[i]!), placement) : page
    })
  }

  /** What the first pass tells the second. */
  #learnt(pages: readonly (PackedPage | undefined)[]): Learnt {
    const memory = new DocumentMemory(this.#vocabulary)
    const spellings = new Spellings()
    const words: string[] = []
    const cores: string[] = []
    let reading: Reading | undefined
    for (const decoded of unpackedPages(pages)) {
      if (!decoded) continue
      reading ??= decoded.reading
      remember(memory, decoded)
      spellings.add(decoded)
      for (const word of wordsInOrder(decoded)) words.push(word)
      for (const { core } of decoded.pieces) cores.push(core)
    }
    return { memory, acronyms: new Acronyms(words, cores, this.#channels.get(reading!)!), spellings }
  }

  /** The page with labels, quarters, remarks and heads of row numbers as their places ask for. */
  #inPlace(decoded: DecodedPage, numerals: ReadonlyMap<number, string>): DecodedPage {
    const { pieces, repaired, reading } = decoded
    const texts = repaired.map(found => found?.text)
    const right = new Map([
      ...numerals,
      ...letterLabels(pieces, texts, this.#channels.get(reading)!),
      ...quarters(pieces, texts),
      ...recipientRemarks(pieces, texts),
      ...rowNumberHeads(decoded.page, pieces, texts),
    ])
    if (right.size === 0) return decoded
    return {
      ...decoded,
      repaired: repaired.map((found, i) =>
        found && right.has(i) ? { ...found, text: right.get(i)! } : found,
      ),
    }
  }
}

interface Learnt {
  memory: DocumentMemory
  acronyms: Acronyms
  spellings: Spellings
}

function pack(decoded: DecodedPage | undefined): PackedPage | undefined {
  return decoded && new PackedPage(decoded)
}

/** One after the other, so that no more than one is there. */
function* unpackedPages(pages: readonly (PackedPage | undefined)[]): Generator<DecodedPage | undefined> {
  for (const page of pages) yield page?.unpacked()
}

/** What a page says surely, for a second pass. */
function remember(memory: DocumentMemory, { pieces, repaired }: DecodedPage): void {
  let before: Repaired | undefined
  pieces.forEach((piece, i) => {
    const found = repaired[i]
    if (!found) return
    if (piece.begins) before = undefined
    if (found.word >= CLASSES.length && found.confidence >= SURE)
      memory.add(before && before.confidence >= SURE ? before.word : undefined, found.word)
    if (found.word >= 0) before = found
    if (endsClause(piece.trail)) before = undefined
  })
}

/** A page's words, an empty one at the end of a sentence or item. */
function wordsInOrder({ pieces, repaired }: DecodedPage): string[] {
  return pieces.flatMap((piece, i) => {
    const text = repaired[i]?.text
    if (text === undefined) return []
    return [...(piece.begins ? [''] : []), ...text.split(' '), ...(endsClause(piece.trail) ? [''] : [])]
  })
}

/** The language model as the decoder asks it. */
class ModelScorer implements Scorer {
  readonly #model: LanguageModel
  readonly #context = new Context()

  constructor(model: LanguageModel) {
    this.#model = model
  }

  prepare(w1: number, w2: number, w3: number): number {
    this.#model.enter(this.#context, w1, w2, w3)
    return this.#context.length
  }

  score(word: number): number {
    return this.#model.score(this.#context, word)
  }
}

/** The channels of the package, each loaded when its first page comes. */
class PackageChannels implements Channels {
  readonly #loaded = new Map<Reading, Channel>()

  get(reading: Reading): Channel | undefined {
    if (reading === 'clean') return undefined
    let channel = this.#loaded.get(reading)
    if (!channel) {
      channel =
        reading === 'stripped'
          ? strippingChannel()
          : loadChannel(reading, packagePath(`models/channel-${reading}.tsv`))
      this.#loaded.set(reading, channel)
    }
    return channel
  }
}

let shared: Repairer | undefined

/** The repairer with the package's models, loaded at first use. */
export function loadRepairer(): Repairer {
  if (!shared) {
    const model = LanguageModel.load()
    const lexicons = new Lexicons(model, SymbolParts.load(packagePath('models/symbols.tsv')))
    shared = new Repairer(lexicons, model, new PackageChannels())
  }
  return shared
}
