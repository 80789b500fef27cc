import type { IToken, TokenType } from 'chevrotain'
import { skeleton } from '../../grammars/fold.ts'
import { layout, openingPhrase } from '../../grammars/layout.ts'
import { Basis, Bulleted, Closing, Lead, lineToken, Numbered, Row, Text } from '../../grammars/tokens.ts'
import { findAnnex, lexAnnexHead } from './annexes.ts'
import { findEnd, lexEnd } from './ending.ts'
import { Cohesion } from './flat/cohesion.ts'
import { Effort } from './flat/effort.ts'
import { lexHead } from './letterhead.ts'
import { isCapitals } from './letters.ts'
import { measureRoom, type Piece } from './lines.ts'
import { type Block, joinParagraphs } from './paragraphs.ts'

/**
 * Pieces to the tokens of grammars/document.ts: landmarks first (title, `Nơi nhận`, `PHỤ LỤC`), then what stands
 * between them.
 *
 *     … KẾ HOẠCH │ preamble … I. … body … Trên đây là … │ Nơi nhận: … │ PHỤ LỤC …
 */
export interface Lexed {
  tokens: IToken[]
  /** What each token stands for, by the number that the token carries. */
  blocks: Block[]
}

export function lexDocument(pieces: readonly Piece[]): Lexed {
  const lexed: Lexed = { tokens: [], blocks: [] }
  const add = (type: TokenType, block: Block) => {
    lexed.tokens.push(lineToken(type, block.text, lexed.blocks.length))
    lexed.blocks.push(block)
  }
  const line = (type: TokenType, piece: Piece) =>
    add(type, { readings: [], text: piece.text, pieces: [piece] })

  let known: Cohesion | undefined
  const cohesion = () => {
    known ??= new Cohesion(pieces)
    return known
  }

  const effort = new Effort()
  const head = lexHead(pieces)
  for (const { type, piece } of head.lines) line(type, piece)

  const annexStart = findAnnex(pieces, head.end)
  const endStart = findEnd(pieces, head.end, annexStart)
  const middle = pieces.slice(head.end, endStart)
  measureRoom(middle)
  lexMiddle(joinParagraphs(middle, cohesion, effort), add)

  for (const { type, pieces: parts } of lexEnd(pieces.slice(endStart, annexStart)))
    add(type, { readings: [], text: parts.map(part => part.text).join(' '), pieces: parts })

  for (let start = annexStart; start < pieces.length; ) {
    const stop = findAnnex(pieces, nextAfterLabel(pieces, start))
    const annex = lexAnnexHead(pieces, start, stop)
    for (const { type, piece } of annex.lines) line(type, piece)
    const body = pieces.slice(annex.end, stop)
    measureRoom(body)
    for (const block of joinParagraphs(body, cohesion, effort)) add(bodyType(block), block)
    start = stop
  }
  return lexed
}

/** Where to look for the next annex: after this one's label, which its note may stand before. */
function nextAfterLabel(pieces: readonly Piece[], start: number): number {
  const head = lexAnnexHead(pieces, start, pieces.length)
  return Math.max(start + 1, head.end)
}

function lexMiddle(blocks: readonly Block[], add: (type: TokenType, block: Block) => void): void {
  const bodyStart = findBody(blocks)
  const closingStart = findClosing(blocks, bodyStart)
  blocks.forEach((block, index) => {
    if (index < bodyStart) add(index === bodyStart - 1 && isLead(block) ? Lead : Basis, block)
    else add(index < closingStart ? bodyType(block) : Closing, block)
  })
}

function bodyType(block: Block): TokenType {
  if (block.table || block.pieces[0]?.row) return Row
  const reading = block.readings[0]
  if (!reading) return Text
  return reading.style === 'bullet' ? Bulleted : Numbered
}

const isLead = (block: Block) =>
  layout.leadEndings.some(ending => skeleton(block.text).endsWith(ending.skeleton))

const opensPreamble = (block: Block) => openingPhrase(block.text, layout.preambleOpenings) !== undefined

/** Index of the first block of the body: after `… như sau:`, or at the first label. */
function findBody(blocks: readonly Block[]): number {
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as Block
    const reading = block.readings[0]
    if (
      reading &&
      reading.style !== 'bullet' &&
      !(reading.style === 'decimal' && opensPreamble(block) && /;$/.test(block.text))
    )
      return at
    if (block.table || block.pieces[0]?.row) return at
    if (reading && !opensPreamble(block)) return at
    if (isLead(block)) return at + 1
    const headed = at > 0 || (blocks[at + 1]?.readings[0]?.ordinal ?? 0) > 0
    if (headed && !reading && isCapitals(block.text) && block.text.length < 120) return at
  }
  // no label anywhere: what rests on something is preamble, the rest is body
  const basis = blocks.findIndex(block => !opensPreamble(block))
  return basis < 0 ? 0 : Math.min(basis, blocks.length)
}

/** Index of the first closing paragraph, the number of blocks for none. */
function findClosing(blocks: readonly Block[], bodyStart: number): number {
  let first = blocks.length
  while (first > bodyStart && isPlain(blocks[first - 1] as Block)) first--
  if (first === blocks.length) return first
  // unlabelled paragraphs only: nothing tells a last section from a closing but its words
  const headed = first > bodyStart && isHeadingLike(blocks[first - 1])
  for (let at = first; at < blocks.length; at++) {
    const block = blocks[at] as Block
    // right under a heading only what can open nothing but a closing is one
    const last = at === blocks.length - 1
    if (headed && at === first ? concludes(block) : opensClosing(block, last)) return at
  }
  const last = blocks.at(-1) as Block
  const heldAlone = headed && first === blocks.length - 1
  const ends = /\.\s?\/\s?\.?["”]?$/.test(last.text)
  return ends && !heldAlone && blocks.length - 1 > bodyStart ? blocks.length - 1 : blocks.length
}

const isPlain = (block: Block) => block.readings.length === 0 && !block.table && !block.pieces[0]?.row

const concludes = (block: Block) => openingPhrase(block.text, layout.conclusions) !== undefined

/** A paragraph such as a closing begins with, or in which the issuer asks that the plan be carried out. */
function opensClosing(block: Block, last: boolean): boolean {
  if (concludes(block) || openingPhrase(block.text, layout.closingOpenings)) return true
  if (!last && !/\.\s?\/\s?\.?["”]?$/.test(block.text)) return false
  const opening = skeleton(block.text.slice(0, 120))
  return layout.closingVerbs.some(verb => opening.includes(verb.skeleton))
}

function isHeadingLike(block: Block | undefined): boolean {
  return (
    block !== undefined && block.readings.length > 0 && !/[.;]$/.test(block.text) && block.pieces.length <= 2
  )
}
