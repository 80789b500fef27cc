import { readFile } from 'node:fs/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { lineText, rowCells, type SourceDocument } from '../document.ts'
import { foldedLetters } from '../fold.ts'
import { packagePath } from '../package-root.ts'
import { closeEngines, ingest } from './ingest.ts'

const fixture = (name: string): string => packagePath(`fixtures/ke-hoach-${name}`)

function textOf({ pages }: SourceDocument): string {
  const kept = pages.map(page => page.lines.filter(line => line.region !== 'caption').map(lineText))
  return kept.map(lines => lines.join('\n')).join('\n\f')
}

const unpadded = (text: string): string => text.replace(/ +$/gm, '').trim()

afterAll(closeEngines)

describe('documents', () => {
  it.each(['cai-cach-hanh-chinh', 'danh-gia-nguoi-hoc'])(
    'reads the born-digital %s letter by letter, in reading order, with its tables',
    async name => {
      const document = await ingest(`${fixture(name)}.pdf`)
      expect(document.source.text).toBe('layer')
      expect(unpadded(textOf(document))).toBe(unpadded(await readFile(`${fixture(name)}.txt`, 'utf8')))
    },
  )

  it("puts the words of a scan's text layer into the cells of the tables that its picture shows", async () => {
    const document = await ingest(`${fixture('kiem-tra-luu-tru')}.garbled.pdf`, { ocr: 'never' })
    const rows = document.pages.flatMap(page => page.lines.filter(line => line.row))
    expect(document.source.text).toBe('layer')
    expect(rows).toHaveLength(5)
    expect(rows.map(line => line.row?.columns)).toEqual([5, 5, 5, 5, 5])
    expect(
      rows[2] && foldedLetters(rowCells(rows[2], { table: 0, columns: 5, kind: 'cells' })[1] ?? ''),
    ).toContain('kiemtrataicacdonvi')
  })

  it('reads a scan by its picture, with the packaged model', { timeout: 120_000 }, async () => {
    const document = await ingest(`${fixture('hoc-tap-nghi-quyet')}.scan.pdf`, { pages: [[1, 1]] })
    expect(document.source).toMatchObject({ text: 'ocr', mediaType: 'application/pdf' })
    const [page] = document.pages
    const nation = page?.lines.find(line => line.region === 'header-right')
    expect(foldedLetters(nation ? lineText(nation) : '')).toBe('dangcongsanvietnam')
    const words = page?.lines.flatMap(line => line.words) ?? []
    expect(words.length).toBeGreaterThan(150)
    expect(words.every(word => word.box && word.confidence !== undefined)).toBe(true)
  })
})
