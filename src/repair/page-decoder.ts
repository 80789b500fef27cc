import type { Alternative, Page } from '../document.ts'
import { type Acronyms, looksLikeAcronym } from './acronyms.ts'
import { type Candidate, type Candidates, SCRAP } from './candidates/candidates.ts'
import { placedOtherwise } from './candidates/placement.ts'
import { Decoder, type DecoderOptions, type Scorer, type SearchWidth } from './decoder.ts'
import { BOUNDARY_ID } from './language/language-model.ts'
import { ALNUM, CLASSES, endsClause, UNKNOWN } from './language/normalize.ts'
import { Lattice } from './lattice.ts'
import { type Reading, readingOfPage } from './reading/detect.ts'
import { type Piece, pagePieces } from './reading/pieces.ts'
import { rounded } from './rounded.ts'
import type { Spellings } from './spellings.ts'

/** Weight of a word's case against its channel cost. */
const CASE_WEIGHT = 0.12
/**
 * The same where the case as read tells little, so that how a word is usually written decides: two capitalised words in a row are
 * a name, `Lam Khe` is no *làm khe*; some capitals look like their small letters; and marks make small letters as tall as
 * capitals, `TG cong nghé` is Tổ công nghệ.
 */
const USUAL_CASE_WEIGHT = 0.8
/** A word that begins with a capital whose small letter has its shape. */
const LOOKS_ALIKE = /^[CKOPSUVWXZ]\p{Ll}*$/u
/** Cost of taking an abbreviation for the row of initials that it is like. */
const ACRONYM = 2
/** Cost of a word of two letters or more standing where a label does. */
const NO_LABEL = 4
/** Only a mark that was read tells where the tone stands. */
const ACCENTED = /[\u00c0-\u00ff\u1ea0-\u1ef9]/u
/** Nats from which what was read speaks for one placement of the tone. */
const EVIDENT = 1.5
/** Marks that are printed by themselves. */
const BULLET = /^[-–—+•*]$/u
/** Stains come together: nats less for one that has another beside it. */
const STAINS = 4
const ROMAN_ID = CLASSES.indexOf('<roman>')
/** Headings in capitals have Roman numerals: nats in favour of one. */
const NUMERAL_IN_CAPITALS = 3
const UNKNOWN_ID = CLASSES.indexOf(UNKNOWN)
/** Classes of which any spelling may be meant, so that a wrong one is not noticed. */
const OPEN_CLASSES = [UNKNOWN, ALNUM, '<doc>'].map(name => CLASSES.indexOf(name as (typeof CLASSES)[number]))
/** Share of such tokens that are right as they were read, on simulated pages. */
const COPIED = 0.85
/** The first pass only looks for what is sure, so the likeliest candidates of a piece do. */
const FIRST_PASS = 10
const FIRST_SEARCH: SearchWidth = { beam: 8, width: 16 }
/** Rank up to which a candidate is an ordinary word read as such words are. */
const ORDINARY = 7
/** Where it was as sure as this, the second pass looks again at no more than these, its own choice among them. */
const SETTLED = 0.999
const SETTLED_PASS = 6
/** Where it was less sure than this, the second pass looks at far more candidates. */
const UNSURE = 0.95
const NONE: readonly Candidate[] = []

export interface PageDecoderOptions extends Partial<DecoderOptions> {
  caseWeight?: number
}

/** A piece as repaired. */
export interface Repaired {
  text: string
  /** Its id in the language model, -1 for bare punctuation. */
  word: number
  confidence: number
  alternatives: Alternative[]
  /** How many pieces it takes the place of. */
  length: number
  /** Its place among the candidates of the piece. */
  rank: number
}

/** What may be printed at a piece by itself, and together with the next. */
export interface Choices {
  single: readonly Candidate[]
  joined: readonly Candidate[]
}

/** What a first pass found out about the document. */
interface KnownOfDocument {
  acronyms: Acronyms
  spellings: Spellings
  /** What it chose on the page. */
  first: ReadonlyArray<Repaired | undefined>
}

/** A page's pieces with what the decoder chose for each, undefined for the second of two that were joined. */
export interface DecodedPage {
  page: Page
  reading: Reading
  pieces: Piece[]
  /** Of the first pass, for the second: to find them anew would take as long again. */
  choices?: Choices[]
  repaired: Array<Repaired | undefined>
}

/** How many words were read so that their tone must stand in the one place or the other. */
export interface PlacementVotes {
  first: number
  second: number
}

/** Decodes one page at a time: pieces to lattice, lattice to words with probabilities. Not reentrant. */
export class PageDecoder {
  readonly #candidates = new Map<Reading, Candidates>()
  readonly #makeCandidates: (reading: Reading) => Candidates | undefined
  readonly #decoder: Decoder
  readonly #lattice = new Lattice()
  readonly #caseWeight: number

  /** `candidates` makes the candidates of a reading when its first page comes; undefined where it needs no repair. */
  constructor(candidates: (reading: Reading) => Candidates | undefined, options: PageDecoderOptions = {}) {
    this.#makeCandidates = candidates
    this.#decoder = new Decoder(BOUNDARY_ID, options)
    this.#caseWeight = options.caseWeight ?? CASE_WEIGHT
  }

  /** Undefined where the page is good as it is. */
  decode(page: Page, scorer: Scorer): DecodedPage | undefined {
    const reading = readingOfPage(page)
    if (!this.#candidatesOf(reading)) return undefined
    const pieces = pagePieces(page, reading)
    const choices = pieces.map((piece, i) => this.#choicesAt(piece, pieces[i + 1]))
    this.#build(pieces, choices, () => FIRST_PASS)
    return { page, reading, pieces, choices, repaired: this.#decode(scorer, false, FIRST_SEARCH) }
  }

  /** The page once more, with what is known of the document by now. */
  decodeAgain(decoded: DecodedPage, scorer: Scorer, acronyms: Acronyms, spellings: Spellings): DecodedPage {
    const { page, reading, pieces, choices, repaired } = decoded
    const limit = (place: number): number => {
      const first = repaired[place]
      return first && first.confidence >= SETTLED
        ? Math.max(SETTLED_PASS, first.rank + 3)
        : Number.POSITIVE_INFINITY
    }
    const wider = pieces.map((piece, i) =>
      this.#widerAt(piece, choices?.[i] ?? this.#choicesAt(piece, pieces[i + 1]), repaired[i]),
    )
    this.#build(pieces, wider, limit, { acronyms, spellings, first: repaired })
    return { page, reading, pieces, repaired: this.#decode(scorer, true) }
  }

  #decode(scorer: Scorer, alternatives: boolean, search?: SearchWidth): Array<Repaired | undefined> {
    this.#decoder.decode(this.#lattice, scorer, search)
    return this.#read(alternatives)
  }

  #choicesAt(piece: Piece, next: Piece | undefined): Choices {
    const candidates = piece.core === '' ? undefined : this.#candidatesOf(piece.reading)
    if (!candidates) return { single: NONE, joined: NONE }
    // A mark with punctuation around it, or at a beginning, is a label and no stain.
    const led = piece.begins && !(next && next.line === piece.line && mayBeStain(next) && mayBeStain(piece))
    const printed = led || piece.lead !== '' || piece.trail !== ''
    const found = candidates.find(piece.core)
    return {
      single: printed ? printedOnly(found) : found,
      joined:
        next && joinable(piece, next) && (isDoubtful(found) || isDoubtful(candidates.find(next.core)))
          ? candidates.findJoined(piece.core, next.core)
          : NONE,
    }
  }

  /** The choices at a piece that the first pass was unsure of, and more of them. */
  #widerAt(piece: Piece, found: Choices, first: Repaired | undefined): Choices {
    if (!first || first.confidence >= UNSURE || found.single.length === 0) return found
    const candidates = this.#candidatesOf(piece.reading)
    if (!candidates) return found
    const more = candidates.findMore(piece.core)
    return { ...found, single: found.single.some(isNothing) ? more : printedOnly(more) }
  }

  #candidatesOf(reading: Reading): Candidates | undefined {
    let candidates = this.#candidates.get(reading)
    if (!candidates) {
      candidates = this.#makeCandidates(reading)
      if (candidates) this.#candidates.set(reading, candidates)
    }
    return candidates
  }

  #build(
    pieces: Piece[],
    choices: Choices[],
    limitAt: (place: number) => number,
    known?: KnownOfDocument,
  ): void {
    const lattice = this.#lattice
    lattice.reset()
    for (let i = 0; i < pieces.length; i++) {
      const piece = pieces[i]!
      const starts = startsClause(piece, pieces[i - 1])
      lattice.addPlace(starts)
      const { single, joined } = choices[i]!
      if (single.length === 0) lattice.addArc(1, -1, -1, 0, piece.core)
      const caseWeight = piece.capitals
        ? 0
        : isNamed(pieces, i) || LOOKS_ALIKE.test(piece.core) || isLoneInCapitals(pieces, i)
          ? USUAL_CASE_WEIGHT
          : this.#caseWeight
      const limit = limitAt(i)
      const label = isLabelPlace(piece)
      const stained = STAINS * Math.min(2, stainsFrom(pieces, i, -1) + stainsFrom(pieces, i, 1))
      const series = isInSeries(pieces, i)
      for (let k = 0; k < single.length && k < limit; k++) {
        const candidate = single[k]!
        if (series && isNothing(candidate)) continue
        const favour =
          candidate.text === ''
            ? Math.min(stained, candidate.cost)
            : label && piece.capitals && candidate.word === ROMAN_ID
              ? NUMERAL_IN_CAPITALS
              : known && candidate.text.length === piece.core.length
                ? known.spellings.favour(candidate.text, known.first[i]?.text === candidate.text)
                : 0
        this.#add(candidate, 1, caseWeight, starts, label, favour)
      }
      const acronym = known && looksLikeAcronym(piece.core) ? known.acronyms.find(piece.core) : undefined
      if (acronym) lattice.addArc(1, UNKNOWN_ID, -1, acronym.cost + ACRONYM, acronym.text)
      for (const candidate of joined) this.#add(candidate, 2, caseWeight, starts, false, 0)
    }
  }

  /** `favour`: nats for the candidate that its place in the line is worth. */
  #add(
    candidate: Candidate,
    length: number,
    caseWeight: number,
    starts: boolean,
    label: boolean,
    favour: number,
  ): void {
    const { word, secondWord, text } = candidate
    // At the beginning of a sentence a capital says nothing.
    const weight = starts && isTitle(text) ? 0 : caseWeight
    const cost =
      candidate.cost +
      weight * candidate.caseCost +
      (label && text.length > 1 && word >= CLASSES.length ? NO_LABEL : 0) -
      favour
    this.#lattice.addArc(length, word, secondWord, cost, text)
  }

  /** What was chosen at every place; `wanted` says whether with what else it may be. */
  #read(wanted: boolean): Array<Repaired | undefined> {
    const { chosen, posterior } = this.#decoder
    const lattice = this.#lattice
    return Array.from({ length: lattice.places }, (_, place) => {
      const arc = chosen[place]!
      if (arc < 0) return undefined
      const text = lattice.text[arc]!
      const otherwise = wanted ? placedOtherwise(text)?.text : undefined
      let confidence = 0
      const alternatives: Alternative[] = []
      for (let other = lattice.firstArc[place]!; other < lattice.firstArc[place + 1]!; other++) {
        // The same word with its tone placed otherwise is no doubt about the word.
        if (other === arc || lattice.text[other] === otherwise) confidence += posterior[other]!
        else if (wanted && posterior[other]! >= 0.005)
          alternatives.push({ text: lattice.text[other]!, probability: rounded(posterior[other]!) })
      }
      if (OPEN_CLASSES.includes(lattice.word[arc]!)) confidence *= COPIED
      if (alternatives.length > 1)
        alternatives.sort((a, b) => b.probability - a.probability || (a.text < b.text ? -1 : 1))
      return {
        text,
        word: lattice.word[arc]!,
        confidence: Math.min(1, confidence),
        alternatives: alternatives.slice(0, 4),
        length: lattice.to[arc]! - place,
        rank: arc - lattice.firstArc[place]!,
      }
    })
  }

  /** Adds what the last page decoded says for either placement, by every chosen word whose tone can be placed in two ways. */
  vote(votes: PlacementVotes, pieces: readonly Piece[]): void {
    const lattice = this.#lattice
    for (let place = 0; place < lattice.places; place++) {
      const arc = this.#decoder.chosen[place]!
      if (arc < 0 || !ACCENTED.test(pieces[place]!.core)) continue
      const otherwise = placedOtherwise(lattice.text[arc]!)
      if (!otherwise) continue
      for (let other = lattice.firstArc[place]!; other < lattice.firstArc[place + 1]!; other++) {
        if (lattice.text[other] !== otherwise.text) continue
        const difference = lattice.cost[arc]! - lattice.cost[other]!
        if (Math.abs(difference) < EVIDENT) continue
        const chosenIs = otherwise.placement === 'first' ? 'second' : 'first'
        votes[difference > 0 ? otherwise.placement : chosenIs]++
      }
    }
  }
}

/** The language model sees the end of a clause before the piece. */
function startsClause(piece: Piece, before: Piece | undefined): boolean {
  return piece.begins || before === undefined || endsClause(before.trail) || endsClause(piece.lead)
}

/** A capitalised word with another beside it, in one line and clause: part of a name. */
function isNamed(pieces: readonly Piece[], place: number): boolean {
  const piece = pieces[place]!
  return isTitle(piece.core) && (runOn(pieces[place - 1], piece) || runOn(piece, pieces[place + 1]))
}

const IN_CAPITALS = /^\p{Lu}{2,}$/u

/** A word in capitals, with none such beside it in its line. */
function isLoneInCapitals(pieces: readonly Piece[], place: number): boolean {
  const piece = pieces[place]!
  if (!IN_CAPITALS.test(piece.core)) return false
  const beside = (other: Piece | undefined) =>
    other !== undefined && other.line === piece.line && IN_CAPITALS.test(other.core)
  return !beside(pieces[place - 1]) && !beside(pieces[place + 1])
}

/** Two neighbours are both capitalised, and nothing ends between them. */
function runOn(first: Piece | undefined, second: Piece | undefined): boolean {
  return (
    first !== undefined &&
    second !== undefined &&
    first.line === second.line &&
    isTitle(first.core) &&
    isTitle(second.core) &&
    !startsClause(second, first)
  )
}

/** How many of the pieces beside one in its line, to the left or to the right, may be stains too; two are as good as more. */
function stainsFrom(pieces: readonly Piece[], place: number, step: number): number {
  const { line } = pieces[place]!
  let count = 0
  for (let at = place + step; count < 2 && pieces[at]?.line === line && mayBeStain(pieces[at]!); at += step)
    count++
  return count
}

/** `A B C`: a capital beside the one before or after it in the alphabet. */
function isInSeries(pieces: readonly Piece[], place: number): boolean {
  const { core, line } = pieces[place]!
  if (!/^[A-Z]$/.test(core)) return false
  const code = core.charCodeAt(0)
  const follows = (at: number, step: number) =>
    pieces[at]?.line === line && pieces[at].core === String.fromCharCode(code + step)
  return follows(place - 1, -1) || follows(place + 1, 1)
}

/** A mark, or a letter or two with none: what a stain may have been read as. */
function mayBeStain({ lead, core, trail }: Piece): boolean {
  if (core === '') return !BULLET.test(lead + trail)
  return lead === '' && trail === '' && (/^\D$/u.test(core) || SCRAP.test(core))
}

/** A line begins with a few characters and a full stop or bracket, as labels do. */
function isLabelPlace(piece: Piece): boolean {
  return (
    piece.word === 0 && piece.begins && !piece.glued && piece.core.length <= 3 && /^[.)]/.test(piece.trail)
  )
}

function isTitle(text: string): boolean {
  return (
    text.length > 0 && text[0] !== text[0]!.toLowerCase() && text.slice(1) === text.slice(1).toLowerCase()
  )
}

/** Without what says that nothing is printed; mostly there is no such, and the same list serves every place of a long document. */
function printedOnly(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.some(isNothing) ? candidates.filter(candidate => !isNothing(candidate)) : candidates
}

function isNothing({ text }: Candidate): boolean {
  return text === ''
}

/** No word is both frequent and read like this: it may be a part of one. */
function isDoubtful(candidates: readonly Candidate[]): boolean {
  return candidates.every(({ rank }) => rank > ORDINARY)
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
