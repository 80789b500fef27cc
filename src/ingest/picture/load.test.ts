import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { countPictures, loadPicture } from './load.ts'

/** White with a bar along the top edge. */
function sheet(width: number, height: number, ink = 'black'): Sharp {
  const bar = { create: { width, height: 10, channels: 3 as const, background: ink } }
  return sharp({ create: { width, height, channels: 3, background: 'white' } }).composite([
    { input: bar, top: 0, left: 0 },
  ])
}

const shadeAt = ({ data, width, channels }: Awaited<ReturnType<typeof loadPicture>>, x: number, y: number) =>
  data[(y * width + x) * channels]!

describe('picture files', () => {
  it('turns a photograph upright after its EXIF note', async () => {
    // Orientation 6: the camera was held so that the top of the scene is at the right edge of what it stored.
    const bytes = await sheet(60, 40).jpeg().withMetadata({ orientation: 6 }).toBuffer()
    const picture = await loadPicture(bytes, 0, {})
    expect([picture.width, picture.height]).toEqual([40, 60])
    expect(shadeAt(picture, 36, 30)).toBeLessThan(60)
    expect(shadeAt(picture, 5, 30)).toBeGreaterThan(200)
  })

  it('gives all pages of a TIFF with the resolution that it tells', async () => {
    const pages = await Promise.all(
      [sheet(50, 40), sheet(50, 40, 'silver')].map(page => page.png().toBuffer()),
    )
    const bytes = await sharp(pages, { join: { animated: true } })
      .tiff({ xres: 200 / 25.4, yres: 200 / 25.4 })
      .toBuffer()
    expect(await countPictures(bytes, {})).toBe(2)
    const [first, second] = [await loadPicture(bytes, 0, {}), await loadPicture(bytes, 1, {})]
    expect([first.width, first.height, Math.round(first.dpi ?? 0)]).toEqual([50, 40, 200])
    expect(shadeAt(first, 25, 5)).toBeLessThan(60)
    expect(shadeAt(second, 25, 5)).toBe(192)
  })

  it.each(['png', 'webp'] as const)('puts transparent %s on white paper', async format => {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 }
    const bytes = await sharp({ create: { width: 20, height: 20, channels: 4, background: clear } })
      .toFormat(format)
      .toBuffer()
    expect(shadeAt(await loadPicture(bytes, 0, {}), 10, 10)).toBe(255)
  })
})
