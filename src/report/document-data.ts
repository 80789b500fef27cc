import type { Correction } from '../corrections/schema.ts'
import type { Box, SourceDocument, Word } from '../document.ts'

/** What the script of a document's page knows of it. */
export interface DocumentData {
  file: string
  /** Also the name under which the browser keeps what a person chose. */
  sha256: string
  /** Those that lay beside the document when the page was made. */
  corrections: Correction[]
  /** Name of the file in which the page saves them. */
  correctionsFile: string
  /** Address that takes corrections, where a server gives the page. */
  server?: { corrections: string; plan: string; version: string }
  pages: PageData[]
}

export interface PageData {
  number: number
  /** In points; absent where geometry is unknown. */
  width?: number
  height?: number
  /** Address of the page's picture. */
  picture?: string
  lines: LineData[]
}

export interface LineData {
  number: number
  words: Word[]
}

/** Repaired words, before corrections, in the order in which the page shows them. */
export function documentData(
  document: SourceDocument,
  pictures: ReadonlyMap<number, string>,
  corrections: Correction[],
  correctionsFile: string,
  server?: DocumentData['server'],
): DocumentData {
  const { file, sha256 } = document.source
  const pages = document.pages.map(({ number, width, height, lines }) => {
    const picture = pictures.get(number)
    return {
      number,
      ...(width !== undefined && height !== undefined && { width, height }),
      ...(picture !== undefined && { picture }),
      lines: lines.map(line => ({ number: line.number, words: line.words.map(lean) })),
    }
  })
  return { file, sha256, corrections, correctionsFile, ...(server && { server }), pages }
}

/** A word without what the page does not show; sure words say nothing of it. */
function lean({ text, raw, box, confidence = 1, alternatives }: Word): Word {
  return {
    text,
    ...(raw !== undefined && { raw }),
    ...(box && { box: box.map(tenths) as unknown as Box }),
    ...(confidence < 1 && { confidence }),
    ...(alternatives && alternatives.length > 0 && { alternatives }),
  }
}

const tenths = (points: number): number => Math.round(points * 10) / 10
