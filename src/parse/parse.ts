import type { IToken } from 'chevrotain'
import { parseParts } from '../../grammars/document.ts'
import {
  AnnexNote,
  AnnexTitle,
  DocumentNumber,
  Issuer,
  Kind,
  Mark,
  Motto,
  PlaceDate,
  Recipient,
  RecipientsHeading,
  Signature,
} from '../../grammars/tokens.ts'
import type { SourceDocument } from '../document.ts'
import { joinLines } from './join-text.ts'
import { lexDocument } from './lexer.ts'
import { confidenceOf, fragmentOf, piecesOf, placeOf } from './lines.ts'
import { splitNoise } from './noise.ts'
import { buildOutline } from './outline.ts'
import type { Block } from './paragraphs.ts'
import type { Paragraph, TextLine, Tree } from './tree.ts'

/**
 * Lines to a tree: noise out, lines to tokens, tokens to parts by grammars/document.ts, the body to an outline.
 *
 * Any document gives a tree, and every word of it stands in the tree once. Time is linear in its length.
 */
export function parse(document: SourceDocument): Tree {
  const { kept, noise } = splitNoise(piecesOf(document))
  const { tokens, blocks } = lexDocument(kept)
  const parts = parseParts(tokens)
  const origin = isGarbled(document) ? 'garbled' : 'printed'
  const blockOf = (token: IToken) => blocks[token.startOffset] as Block
  const of = (list: IToken[], ...types: IToken['tokenType'][]) =>
    list.filter(token => types.includes(token.tokenType)).map(blockOf)

  const number = of(parts.letterhead, DocumentNumber).map(lineOf)
  const dates = of(parts.letterhead, PlaceDate).map(lineOf)
  const kinds = of(parts.title, Kind).map(lineOf)
  const headings = of(parts.end, RecipientsHeading).map(lineOf)
  const others = parts.title.filter(token => token.tokenType !== Kind).map(blockOf)
  return {
    letterhead: {
      issuer: of(parts.letterhead, Issuer).map(lineOf),
      motto: of(parts.letterhead, Motto).map(lineOf),
      ...(number[0] && { number: number[0] }),
      ...(dates[0] && { placeDate: dates[0] }),
    },
    title: { ...(kinds[0] && { kind: kinds[0] }), subject: others.map(lineOf) },
    preamble: parts.preamble.map(blockOf).map(paragraphOf),
    body: buildOutline(parts.body.map(blockOf), origin),
    closing: parts.closing.map(blockOf).map(paragraphOf),
    end: {
      ...(headings[0] && { heading: headings[0] }),
      recipients: of(parts.end, Recipient).map(lineOf),
      signature: of(parts.end, Signature).map(signatureOf),
    },
    annexes: parts.annexes.map(annex => ({
      ...(annex.label && { label: lineOf(blockOf(annex.label)) }),
      title: of(annex.head, AnnexTitle).map(lineOf),
      note: of(annex.head, AnnexNote).map(lineOf),
      body: buildOutline(annex.body.map(blockOf), origin),
    })),
    noise: [
      ...noise.map(piece => lineOf({ readings: [], text: piece.text, pieces: [piece] })),
      ...number.slice(1),
      ...dates.slice(1),
      ...kinds.slice(1),
      ...headings.slice(1),
      ...of(parts.end, Mark).map(lineOf),
      ...parts.strays.map(blockOf).map(lineOf),
    ],
  }
}

/** Whether the words were read from a picture: labels may then be misread where the author made no mistake. */
function isGarbled(document: SourceDocument): boolean {
  return document.pages.some(
    page => page.text === 'ocr' || page.lines.some(line => line.words.some(word => word.raw !== undefined)),
  )
}

function lineOf(block: Block): TextLine {
  return {
    text: joinLines(block.pieces.map(piece => piece.text)),
    at: placeOf(block.pieces),
    confidence: confidenceOf(block.pieces),
    fragments: block.pieces.map(fragmentOf),
  }
}

/** A line of the signature without what a stamp left before it: `—__PHÓ CHỦ TỊCH`. */
function signatureOf(block: Block): TextLine {
  const line = lineOf(block)
  return { ...line, text: line.text.replace(/^[^\p{L}(]+/u, '') || line.text }
}

function paragraphOf(block: Block): Paragraph {
  const reading = block.readings[0]
  return {
    type: 'paragraph',
    ...(reading && { label: { style: reading.style, text: reading.text, printed: reading.printed } }),
    text: block.text,
    at: placeOf(block.pieces),
    confidence: confidenceOf(block.pieces),
    fragments: block.pieces.map(fragmentOf),
  }
}
