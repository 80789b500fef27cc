import type { Alternative, Line, Page, SourceDocument, Word } from '../document.ts'
import { packagePath } from '../package-root.ts'
import { type Candidate, Candidates } from './candidates.ts'
import { type Channel, loadChannel, strippingChannel } from './channel.ts'
import { Decoder, type DecoderOptions, type Scorer } from './decoder.ts'
import { type Reading, readingOfPage } from './detect.ts'
import { BOUNDARY_ID, Context, LanguageModel } from './language-model.ts'
import { Lattice } from './lattice.ts'
import { Lexicons } from './lexicons.ts'
import { endsClause } from './normalize.ts'
import { type Piece, pagePieces } from './pieces.ts'
import { SymbolParts } from './symbols.ts'

export interface RepairSettings extends Partial<DecoderOptions> {
  /** Weight of a word's case against its channel cost. */
  caseWeight?: number
}

/** A piece as repaired. */
interface Repaired {
  text: string
  confidence: number
  alternatives: Alternative[]
  /** How many pieces it takes the place of. */
  length: number
}

/** Repairs the text of documents; holds the models, so make one and use it for many. Not reentrant. */
export class Repairer {
  readonly #candidates: ReadonlyMap<Reading, Candidates>
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
    this.#decoder = new Decoder(scorerOf(model), BOUNDARY_ID, settings)
    this.#caseWeight = settings.caseWeight ?? 0.5
  }

  repair(document: SourceDocument): SourceDocument {
    return { ...document, pages: document.pages.map(page => this.repairPage(page)) }
  }

  repairPage(page: Page): Page {
    const reading = readingOfPage(page)
    if (!this.#candidates.has(reading)) return page
    const pieces = pagePieces(page, reading)
    this.#build(pieces)
    this.#decoder.decode(this.#lattice)
    return rebuild(page, pieces, this.#read(pieces))
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

  /** What the decoder chose for each piece, undefined for the second of two that were joined. */
  #read(pieces: Piece[]): Array<Repaired | undefined> {
    const { chosen, posterior } = this.#decoder
    const lattice = this.#lattice
    return pieces.map((_, place) => {
      const arc = chosen[place]!
      if (arc < 0) return undefined
      const alternatives: Alternative[] = []
      for (let other = lattice.firstArc[place]!; other < lattice.firstArc[place + 1]!; other++) {
        if (other !== arc && posterior[other]! >= 0.005)
          alternatives.push({ text: lattice.text[other]!, probability: round(posterior[other]!) })
      }
      alternatives.sort((a, b) => b.probability - a.probability || (a.text < b.text ? -1 : 1))
      return {
        text: lattice.text[arc]!,
        confidence: Math.min(1, posterior[arc]!),
        alternatives: alternatives.slice(0, 4),
        length: lattice.to[arc]! - place,
      }
    })
  }
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
function rebuild(page: Page, pieces: Piece[], repaired: Array<Repaired | undefined>): Page {
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
        const wrapped = piece.lead + found.text + trailing.trail
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
