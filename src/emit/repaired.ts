import { DOUBTFUL, lineText, type SourceDocument } from '../document.ts'
import { toJson } from './json.ts'

export type RepairForm = 'text' | 'json' | 'ndjson' | 'suspects'

/** A repaired document as text, as data, or as the list of its words that should be looked at. */
export function repairedText(document: SourceDocument, form: RepairForm): string {
  switch (form) {
    case 'text':
      return plainText(document)
    case 'json':
      return toJson(document)
    case 'ndjson':
      return `${JSON.stringify(document)}\n`
    case 'suspects':
      return suspects(document)
  }
}

/**
 * Line by line in the order of the document, a form feed between pages. Captions of stamps and digital signatures are
 * no text of the document. Plain text keeps the lines that it has, so that both texts can be laid side by side.
 */
function plainText({ pages }: SourceDocument): string {
  return pages
    .map(({ text, lines }) => {
      const printed = lines.filter(line => line.region !== 'caption').map(lineText)
      return text === 'plain' ? printed.join('\n') : printed.map(line => `${line}\n`).join('')
    })
    .join('\f')
}

/**
 *     118-KH-UBND.pdf:3:12: tuyên (0.62; was “tuyen”; or “tuyến” 0.30): … công tác tuyên truyền …
 */
function suspects({ source, pages }: SourceDocument): string {
  let list = ''
  for (const page of pages)
    for (const line of page.lines)
      for (const word of line.words) {
        if (word.confidence === undefined || word.confidence >= DOUBTFUL) continue
        const notes = [word.confidence.toFixed(2)]
        if (word.raw !== undefined) notes.push(`was “${word.raw}”`)
        for (const { text, probability } of word.alternatives ?? [])
          if (text !== word.text) notes.push(`or “${text}” ${probability.toFixed(2)}`)
        list += `${source.file}:${page.number}:${line.number}: ${word.text} (${notes.join('; ')}): ${lineText(line)}\n`
      }
  return list
}
