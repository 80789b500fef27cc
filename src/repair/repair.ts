import type { Alternative, Line, Page, SourceDocument, Word } from '../document.ts'
import { packagePath } from '../package-root.ts'
import { type Candidate, Candidates } from './candidates.ts'
import { type Channel, loadChannel, strippingChannel } from './channel.ts'
import { Decoder, type DecoderOptions, type Scorer } from './decoder.ts'
import { type Reading, readingOfPage } from './detect.ts'
import { BOUNDARY_ID, Context, LanguageModel } from './language-model.ts'
import { Lattice } from './lattice.ts'
import { Lexicons } from './lexicons.ts'
import { DocumentMemory } from './memory.ts'
import { endsClause } from './normalize.ts'
import { type Piece, pagePieces } from './pieces.ts'
import { type Placement, placedOtherwise } from './placement.ts'
import { SymbolParts } from './symbols.ts'

export interface RepairSettings extends Partial<DecoderOptions> {
  /** Weight of a word's case against its channel cost. */
  caseWeight?: number
}

/** A piece as repaired. */
interface Repaired {
  text: string
  /** Its id in the language model, -1 for bare punctuation. */
  word: number
  confidence: number
  alternatives: Alternative[]
  /** How many pieces it takes the place of. */
  length: number
}

/** A page's pieces with what the decoder chose for each, undefined for the second of two that were joined. */
interface DecodedPage {
  page: Page
  pieces: Piece[]
  repaired: Array<Repaired | undefined>
}

/** Weight of a word's case against its channel cost. */
const CASE_WEIGHT = 0.3
/** Words as sure as this teach the second pass. */
const SURE = 0.9

/** Repairs the text of documents; holds the models, so make one and use it for many. Not reentrant. */
export class Repairer {
  readonly #candidates: ReadonlyMap<Reading, Candidates>
  readonly #scorer: Scorer
  readonly #decoder: Decoder
  readonly #lattice = new Lattice()
  readonly #caseWeight: number

  constructor(
    lexicons: Lexicons,
    model: LanguageModel,
    channels: ReadonlyMap<Reading, Channel>,
    settings: RepairSettings = {},
  ) {
    this.#candidates = new Map(
      [...channels].map(([reading, channel]) => [reading, new Candidates(lexicons, channel)]),
    )
    this.#scorer = scorerOf(model)
    this.#decoder = new Decoder(BOUNDARY_ID, settings)
    this.#caseWeight = settings.caseWeight ?? CASE_WEIGHT
  }

  /** The document with its words right; pages that need no repair are the same objects. */
  repair(document: SourceDocument): SourceDocument {
    return { ...document, pages: this.repairPages(document.pages) }
  }

  /**
   * Pages of one document, in two passes: what the first finds sure teaches the second, and how the document places its
   * tones is decided once for all of it.
   */
  repairPages(pages: Page[]): Page[] {
    const memory = new DocumentMemory()
    for (const page of pages) {
      const first = this.#decode(page, this.#scorer)
      if (first) this.#remember(first, memory)
    }
    const scorer = memory.remembering(this.#scorer)
    const votes: PlacementVotes = { first: 0, second: 0 }
    const decoded = pages.map(page => this.#decode(page, scorer, votes) ?? page)
    const placement: Placement = votes.second > votes.first ? 'second' : 'first'
    return decoded.map(page => ('pieces' in page ? rebuild(page, placement) : page))
  }

  /** Undefined where the page is good as it is. */
  #decode(page: Page, scorer: Scorer, votes?: PlacementVotes): DecodedPage | undefined {
    const reading = readingOfPage(page)
    if (!this.#candidates.has(reading)) return undefined
    const pieces = pagePieces(page, reading)
    this.#build(pieces)
    this.#decoder.decode(this.#lattice, scorer)
    if (votes) this.#vote(votes)
    return { page, pieces, repaired: this.#read(pieces) }
  }

  #build(pieces: Piece[]): void {
    const lattice = this.#lattice
    lattice.reset()
    pieces.forEach((piece, i) => {
      const before = pieces[i - 1]
      const starts =
        piece.begins || before === undefined || endsClause(before.trail) || endsClause(piece.lead)
      lattice.addPlace(starts)
      const candidates = this.#candidates.get(piece.reading)
      if (piece.core === '' || !candidates) {
        lattice.addArc(1, -1, -1, 0, piece.core)
        return
      }
      const caseWeight = piece.capitals ? 0 : this.#caseWeight
      for (const candidate of candidates.find(piece.core)) this.#add(candidate, 1, caseWeight, starts)
      const next = pieces[i + 1]
      if (next && joinable(piece, next)) {
        for (const candidate of candidates.findJoined(piece.core, next.core))
          this.#add(candidate, 2, caseWeight, starts)
      }
    })
  }

  #add(candidate: Candidate, length: number, caseWeight: number, starts: boolean): void {
    const { word, secondWord, text } = candidate
    // At the beginning of a sentence a capital says nothing.
    const weight = starts && isTitle(text) ? 0 : caseWeight
    this.#lattice.addArc(length, word, secondWord, candidate.cost + weight * candidate.caseCost, text)
  }

  #read(pieces: Piece[]): Array<Repaired | undefined> {
    const { chosen, posterior } = this.#decoder
    const lattice = this.#lattice
    return pieces.map((_, place) => {
      const arc = chosen[place]!
      if (arc < 0) return undefined
      const text = lattice.text[arc]!
      const otherwise = placedOtherwise(text)?.text
      let confidence = 0
      const alternatives: Alternative[] = []
      for (let other = lattice.firstArc[place]!; other < lattice.firstArc[place + 1]!; other++) {
        // The same word with its tone placed otherwise is no doubt about the word.
        if (other === arc || lattice.text[other] === otherwise) confidence += posterior[other]!
        else if (posterior[other]! >= 0.005)
          alternatives.push({ text: lattice.text[other]!, probability: round(posterior[other]!) })
      }
      alternatives.sort((a, b) => b.probability - a.probability || (a.text < b.text ? -1 : 1))
      return {
        text,
        word: lattice.word[arc]!,
        confidence: Math.min(1, confidence),
        alternatives: alternatives.slice(0, 4),
        length: lattice.to[arc]! - place,
      }
    })
  }

  #remember({ pieces, repaired }: DecodedPage, memory: DocumentMemory): void {
    let before: Repaired | undefined
    pieces.forEach((piece, i) => {
      const found = repaired[i]
      if (!found) return
      if (piece.begins) before = undefined
      if (found.word >= 0 && found.confidence >= SURE && before && before.confidence >= SURE)
        memory.add(before.word, found.word)
      if (found.word >= 0) before = found
      if (endsClause(piece.trail)) before = undefined
    })
  }

  /** For every chosen word whose tone can be placed in two ways: by how much what was read speaks for either. */
  #vote(votes: PlacementVotes): void {
    const lattice = this.#lattice
    for (let place = 0; place < lattice.places; place++) {
      const arc = this.#decoder.chosen[place]!
      if (arc < 0) continue
      const otherwise = placedOtherwise(lattice.text[arc]!)
      if (!otherwise) continue
      for (let other = lattice.firstArc[place]!; other < lattice.firstArc[place + 1]!; other++) {
        if (lattice.text[other] !== otherwise.text) continue
        const chosenIs = otherwise.placement === 'first' ? 'second' : 'first'
        votes[chosenIs] -= lattice.cost[arc]!
        votes[otherwise.placement] -= lattice.cost[other]!
      }
    }
  }
}

interface PlacementVotes {
  first: number
  second: number
}

function scorerOf(model: LanguageModel): Scorer {
  const context = new Context()
  return {
    prepare: (w1, w2, w3) => model.enter(context, w1, w2, w3),
    score: word => model.score(context, word),
  }
}

function isTitle(text: string): boolean {
  return (
    text.length > 0 && text[0] !== text[0]!.toLowerCase() && text.slice(1) === text.slice(1).toLowerCase()
  )
}

/** Two pieces of one line with nothing printed between them may be one word read apart. */
function joinable(a: Piece, b: Piece): boolean {
  return (
    a.line === b.line &&
    !b.begins &&
    !b.glued &&
    a.trail === '' &&
    b.lead === '' &&
    b.core !== '' &&
    a.core.length + b.core.length <= 9
  )
}

/** Puts repaired pieces back together as the words and lines that they came from. */
function rebuild({ page, pieces, repaired }: DecodedPage, placement: Placement): Page {
  const lines: Line[] = page.lines.map(line => ({ ...line, words: [] }))
  for (let i = 0; i < pieces.length; ) {
    const { line, word } = pieces[i]!
    const source = page.lines[line]!.words
    let text = ''
    let confidence = 1
    let alternatives: Alternative[] = []
    let last = word
    let end = i
    // All pieces of this word, and of the next where a repaired word reaches over both.
    while (
      end < pieces.length &&
      pieces[end]!.line === line &&
      (pieces[end]!.word === word || pieces[end]!.word <= last)
    ) {
      const piece = pieces[end]!
      const found = repaired[end]
      if (found) {
        const trailing = pieces[end + found.length - 1]!
        last = Math.max(last, trailing.word)
        const otherwise = placedOtherwise(found.text)
        const own = otherwise?.placement === placement && found.word >= 0 ? otherwise.text : found.text
        const wrapped = piece.lead + own + trailing.trail
        if (found.alternatives.length > 0 && found.confidence < confidence)
          alternatives = found.alternatives.map(a => ({
            ...a,
            text: text + piece.lead + a.text + trailing.trail,
          }))
        text += wrapped
        confidence = Math.min(confidence, found.confidence)
      }
      end++
    }
    const raw = source
      .slice(word, last + 1)
      .map(w => w.text)
      .join(' ')
    for (const part of text.split(' '))
      if (part !== '')
        lines[line]!.words.push(wordOf(source, word, last, part, raw, confidence, alternatives))
    i = end
  }
  return { ...page, lines }
}

function wordOf(
  source: Word[],
  first: number,
  last: number,
  text: string,
  raw: string,
  confidence: number,
  alternatives: Alternative[],
): Word {
  const word: Word = { ...source[first]!, text, confidence: round(confidence) }
  if (raw !== text) word.raw = raw
  if (alternatives.length > 0) word.alternatives = alternatives
  const end = source[last]!.box
  if (word.box && end && last > first) {
    word.box = [word.box[0], Math.min(word.box[1], end[1]), end[2], Math.max(word.box[3], end[3])]
  }
  return word
}

function round(probability: number): number {
  return Math.round(probability * 10000) / 10000
}

let shared: Repairer | undefined

/** The repairer with the package's models, loaded at first use. */
export function loadRepairer(): Repairer {
  if (!shared) {
    const model = LanguageModel.load()
    const lexicons = new Lexicons(model, SymbolParts.load(packagePath('models/symbols.tsv')))
    const channels = new Map<Reading, Channel>([
      ['eng', loadChannel('eng', packagePath('models/channel-eng.tsv'))],
      ['stripped', strippingChannel()],
    ])
    shared = new Repairer(lexicons, model, channels)
  }
  return shared
}
