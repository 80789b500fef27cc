import { degrees, PDFDocument, StandardFonts } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { ingest } from '../ingest.ts'

/** A page of A4 that is shown turned, with a word in what is then its top left corner, and a rule under it. */
async function turnedPage(quarters: number): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.TimesRoman)
  const page = document.addPage(quarters % 2 === 1 ? [842, 595] : [595, 842])
  page.setRotation(degrees(90 * quarters))
  const { width, height } = page.getSize()
  // The word is drawn along the direction that is level once the page is turned.
  const places = [
    { x: 72, y: height - 72, rotate: degrees(0) },
    { x: 72, y: 72, rotate: degrees(90) },
    { x: width - 72, y: 72, rotate: degrees(180) },
    { x: width - 72, y: height - 72, rotate: degrees(270) },
  ]
  page.drawText('KE HOACH', { ...places[quarters]!, size: 12, font })
  return await document.save()
}

describe('text layers', () => {
  it.each([0, 1, 2, 3])('are read upright on a page that is shown turned by %i quarters', async quarters => {
    const { pages } = await ingest(await turnedPage(quarters))
    const [page] = pages
    expect([page?.width, page?.height]).toEqual([595, 842])
    const [word] = page?.lines[0]?.words ?? []
    expect(word?.text).toBe('KE')
    expect(word?.box?.map(value => Math.round(value / 10))).toEqual([7, 6, 9, 7])
  })

  it('leave out what runs up the page', async () => {
    const document = await PDFDocument.create()
    const page = document.addPage([595, 842])
    page.drawText('Ke hoach', { x: 72, y: 700, size: 12 })
    page.drawText('Ky boi', { x: 30, y: 300, size: 9, rotate: degrees(90) })
    const { pages } = await ingest(await document.save())
    expect(pages[0]?.lines.map(line => line.words.map(word => word.text).join(' '))).toEqual(['Ke hoach'])
  })

  it('tell the style of words by the names of their fonts', async () => {
    const document = await PDFDocument.create()
    const page = document.addPage([595, 842])
    const bold = await document.embedFont(StandardFonts.TimesRomanBold)
    page.drawText('KE', { x: 72, y: 700, size: 12, font: bold })
    page.drawText('hoach', { x: 100, y: 700, size: 12 })
    const { pages } = await ingest(await document.save())
    expect(pages[0]?.lines[0]?.words.map(word => word.style)).toEqual(['bold', undefined])
  })
})
