import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { repairedText } from '../../src/emit/repaired.ts'
import { repair } from '../../src/extract.ts'
import type { EngineName } from '../../src/ingest/options.ts'
import { PdfDocument } from '../../src/ingest/pdf/document.ts'
import { pictureOfPage } from '../../src/ingest/pdf/picture.ts'
import type { RawPicture } from '../../src/ingest/picture/gray.ts'
import { homography, type Quadrilateral, warped } from '../../src/ingest/picture/perspective.ts'
import { packagePath } from '../../src/package-root.ts'
import { fixtureNames, loadScorer, mean, percent, row } from './common.ts'

/** Every so many of the fixtures' scans are photographed. */
const STEP = 8
const WIDTH = 3000
const HEIGHT = 4000
/** Where the sheet's corners lie in the photographs, by turns: held above it, aside of it, turned. */
const SHEETS: readonly Quadrilateral[] = [
  [
    [420, 330],
    [2580, 360],
    [2810, 3700],
    [190, 3660],
  ],
  [
    [380, 260],
    [2700, 480],
    [2600, 3480],
    [300, 3760],
  ],
  [
    [560, 210],
    [2850, 520],
    [2460, 3790],
    [150, 3420],
  ],
]

/**
 *     first pages                          scan %   photo %
 *     ke-hoach-tuyen-quan                    0.77      1.10
 *
 * First pages of the fixtures' scans, and photographs made of them: aslant on a table, the light from one side, as JPEG.
 * SER after repair.
 */
export async function measurePhotos(only: string, engine: EngineName): Promise<void> {
  const score = await loadScorer()
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const all: number[][] = []
  row('first pages', '', 'scan %', 'photo %')
  try {
    const names = fixtureNames(only).filter((_, index) => index % STEP === 0)
    for (const [index, name] of names.entries()) {
      const path = packagePath(`fixtures/${name}.scan.pdf`)
      const gold = readFileSync(packagePath(`fixtures/${name}.txt`), 'utf8').split('\f')[0]!
      const photo = join(folder, `${name}.jpg`)
      writeFileSync(photo, await photographOf(await firstPage(path), SHEETS[index % SHEETS.length]!))
      const sers: number[] = []
      for (const file of [path, photo]) {
        const document = await repair(file, { engine, ocr: 'always', pages: [[1, 1]] })
        sers.push(score(gold, repairedText(document, 'text')).SER)
      }
      row(name, '', ...sers.map(percent))
      all.push(sers)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  if (all.length > 0) row('mean', '', ...[0, 1].map(way => percent(mean(all.map(sers => sers[way]!)))))
}

async function firstPage(path: string): Promise<RawPicture> {
  const document = await PdfDocument.open(readFileSync(path), {})
  try {
    return await document.withPage(1, page => pictureOfPage(page, {}).picture)
  } finally {
    document.close()
  }
}

/** The page aslant on a brown table, the light falling off to the right and below by two thirds. */
async function photographOf(page: RawPicture, sheet: Quadrilateral): Promise<Uint8Array> {
  const { width, height } = page
  const corners: Quadrilateral = [
    [0, 0],
    [width - 1, 0],
    [width - 1, height - 1],
    [0, height - 1],
  ]
  const photo = warped(inColour(page), homography(sheet, corners), WIDTH, HEIGHT)
  const inside = warped(
    { data: new Uint8Array(width * height), width, height, channels: 1 },
    homography(sheet, corners),
    WIDTH,
    HEIGHT,
  )
  const table = [112, 78, 50]
  for (let at = 0; at < inside.data.length; at++) {
    const [x, y] = [(at % WIDTH) / WIDTH, Math.floor(at / WIDTH) / HEIGHT]
    const light = 0.95 - 0.35 * x - 0.28 * y
    for (let channel = 0; channel < 3; channel++) {
      const shade = inside.data[at] === 0 ? photo.data[at * 3 + channel]! : table[channel]!
      photo.data[at * 3 + channel] = shade * light
    }
  }
  return await sharp(photo.data, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .blur(0.8)
    .jpeg({ quality: 85 })
    .toBuffer()
}

function inColour({ data, width, height, channels }: RawPicture): RawPicture {
  if (channels === 3) return { data, width, height, channels }
  const colours = new Uint8Array(3 * data.length)
  for (let at = 0; at < data.length; at++) colours.fill(data[at]!, 3 * at, 3 * at + 3)
  return { data: colours, width, height, channels: 3 }
}
