import { execFileSync } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { PDFDocument } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { lineText, type SourceDocument } from '../document.ts'
import type { ErrorCode } from '../errors.ts'
import { packagePath } from '../package-root.ts'
import { ingest } from './ingest.ts'
import type { IngestOptions } from './options.ts'

async function codeOf(input: string | Uint8Array, options: IngestOptions = {}): Promise<ErrorCode | 'read'> {
  try {
    await ingest(input, options)
    return 'read'
  } catch (error) {
    return (error as { code: ErrorCode }).code
  }
}

/** Bytes that look random and are the same in every run. */
function noise(length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let state = 12345
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    bytes[at] = state >>> 16
  }
  return bytes
}

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1')

/** A PDF of the given objects, the first of which is the catalogue. */
function pdfOf(objects: readonly Buffer[]): Uint8Array {
  const parts = [latin1('%PDF-1.7\n')]
  objects.forEach((object, index) => {
    parts.push(latin1(`${index + 1} 0 obj\n`), object, latin1('\nendobj\n'))
  })
  parts.push(latin1(`trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\n%%EOF\n`))
  return new Uint8Array(Buffer.concat(parts))
}

const CATALOGUE = latin1('<</Type/Catalog/Pages 2 0 R>>')
const ONE_PAGE = latin1('<</Type/Pages/Kids[3 0 R]/Count 1>>')

describe('files that are not what they seem', () => {
  it('names an empty file, a missing one, a folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ingest-'))
    await writeFile(join(folder, 'empty.pdf'), '')
    expect(await codeOf(join(folder, 'empty.pdf'))).toBe('E_EMPTY')
    expect(await codeOf(join(folder, 'none.pdf'))).toBe('E_NOT_FOUND')
    expect(await codeOf(folder)).toBe('E_UNREADABLE')
    await rm(folder, { recursive: true })
  })

  it('names a device, which has no end', async () => {
    expect(await codeOf('/dev/zero')).toBe(process.platform === 'win32' ? 'E_NOT_FOUND' : 'E_UNREADABLE')
  })

  it('refuses a file that is still being written', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ingest-'))
    const path = join(folder, 'growing.txt')
    await writeFile(path, 'Kế hoạch\n'.repeat(500_000))
    const writer = setInterval(() => appendFileSync(path, 'Kế hoạch\n'), 0)
    expect(await codeOf(path)).toBe('E_UNREADABLE')
    clearInterval(writer)
    await rm(folder, { recursive: true })
  })

  it.skipIf(process.platform === 'win32')('reads what comes through a pipe', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ingest-'))
    const path = join(folder, 'pipe.txt')
    execFileSync('mkfifo', [path])
    const [{ pages }] = await Promise.all([ingest(path), writeFile(path, 'Kế hoạch\nI. Mục đích\n')])
    expect(pages[0]?.lines.map(lineText)).toEqual(['Kế hoạch', 'I. Mục đích', ''])
    await rm(folder, { recursive: true })
  })

  it('reads a PDF behind the lines of a mail, or without its first bytes', async () => {
    const pdf = await readFile(packagePath('fixtures/ke-hoach-chuyen-doi-so.pdf'))
    const text = (document: SourceDocument): string =>
      document.pages.flatMap(page => page.lines.map(lineText)).join(' ')
    const whole = text(await ingest(new Uint8Array(pdf)))
    const mail = Buffer.concat([latin1('Received: from mail.example by mail.example\r\n'.repeat(60)), pdf])
    for (const bytes of [mail, pdf.subarray(20)]) {
      const found = text(await ingest(new Uint8Array(bytes)))
      expect(found.slice(0, 40)).toBe(whole.slice(0, 40))
      expect(found.split(' ').length).toBe(whole.split(' ').length)
    }
  })

  it('refuses random bytes, whatever they begin with', async () => {
    expect(await codeOf(noise(2000))).toBe('E_UNSUPPORTED')
    expect(await codeOf(Buffer.concat([latin1('%PDF-1.7\n'), noise(2000)]))).toBe('E_DAMAGED')
    expect(await codeOf(Buffer.concat([latin1('\x89PNG\r\n\x1a\n'), noise(2000)]))).toBe('E_DAMAGED')
    expect(await codeOf(Buffer.concat([latin1('\xff\xd8\xff\xe0'), noise(2000)]))).toBe('E_DAMAGED')
    expect(await codeOf(Buffer.concat([latin1('II*\0'), noise(2000)]))).toBe('E_DAMAGED')
  })

  it('tells the type by content: text named .pdf is text', async () => {
    expect((await ingest(latin1('KE HOACH\n'), { fileName: 'a.pdf' })).source.mediaType).toBe('text/plain')
  })
})

describe('hostile PDF', () => {
  it('refuses a truncated file', async () => {
    const document = await PDFDocument.create()
    document.addPage()
    const bytes = await document.save()
    expect(await codeOf(bytes.subarray(0, bytes.length / 3))).toBe('E_DAMAGED')
  })

  it('comes back from a page tree that contains itself', async () => {
    const tree = latin1('<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>')
    const branch = latin1('<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 1>>')
    expect(['E_DAMAGED', 'read']).toContain(await codeOf(pdfOf([CATALOGUE, tree, branch])))
  })

  it('refuses a compression bomb before it is unpacked', async () => {
    const bomb = deflateSync(Buffer.alloc(70_000_000, 'q '), { level: 9 })
    const page = latin1('<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>')
    const stream = Buffer.concat([
      latin1(`<</Filter/FlateDecode/Length ${bomb.length}>>stream\n`),
      bomb,
      latin1('\nendstream'),
    ])
    expect(await codeOf(pdfOf([CATALOGUE, ONE_PAGE, page, stream]))).toBe('E_TOO_LARGE')
  })

  it('draws no form that draws itself, decodes no picture of 100,000 pixels a side', async () => {
    const picture = deflateSync(Buffer.alloc(1000))
    const page = latin1(
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 5 0 R/I 6 0 R>>>>>>',
    )
    const content = latin1('<</Length 27>>stream\n/X Do 595 0 0 842 0 0 cm /I Do\nendstream')
    const form = latin1(
      '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Length 5>>stream\n/X Do\nendstream',
    )
    const image = Buffer.concat([
      latin1(
        '<</Type/XObject/Subtype/Image/Width 100000/Height 100000/ColorSpace/DeviceGray/BitsPerComponent 8' +
          `/Filter/FlateDecode/Length ${picture.length}>>stream\n`,
      ),
      picture,
      latin1('\nendstream'),
    ])
    const file = pdfOf([CATALOGUE, ONE_PAGE, page, content, form, image])
    await expect(ingest(file)).rejects.toThrow('a picture of 100000 × 100000 pixels')
  })

  it('refuses forms that draw each other twice, thirty deep', async () => {
    const page = latin1(
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>',
    )
    const content = latin1('<</Length 5>>stream\n/X Do\nendstream')
    const forms = Array.from({ length: 30 }, (_, index) =>
      latin1(
        `<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X ${6 + index} 0 R>>>>/Length 11>>` +
          'stream\n/X Do /X Do\nendstream',
      ),
    )
    const last = latin1(
      '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 12>>stream\n0 0 1 1 re f\nendstream',
    )
    expect(await codeOf(pdfOf([CATALOGUE, ONE_PAGE, page, content, ...forms, last]))).toBe('E_TOO_LARGE')
  })

  it('refuses more pages than allowed', async () => {
    const document = await PDFDocument.create()
    for (let page = 0; page < 4; page++) document.addPage()
    expect(await codeOf(await document.save(), { maxPages: 3 })).toBe('E_TOO_LARGE')
  })

  it('asks for the password of an encrypted file, and takes it', async () => {
    expect(await codeOf(ENCRYPTED)).toBe('E_ENCRYPTED')
    expect(await codeOf(ENCRYPTED, { password: 'wrong' })).toBe('E_ENCRYPTED')
    const { pages } = await ingest(ENCRYPTED, { password: 'secret' })
    expect(pages[0]?.lines[0]?.words.map(word => word.text)).toEqual(['KE', 'HOACH'])
  })
})

describe('hostile pictures', () => {
  it('refuses a picture that claims 100,000 × 100,000 pixels before decoding it', async () => {
    const bmp = Buffer.alloc(60)
    bmp.write('BM')
    bmp.writeUInt32LE(54, 10)
    bmp.writeUInt32LE(40, 14)
    bmp.writeInt32LE(100_000, 18)
    bmp.writeInt32LE(100_000, 22)
    bmp.writeUInt16LE(24, 28)
    expect(await codeOf(bmp)).toBe('E_TOO_LARGE')
    expect(await codeOf(Buffer.from(HUGE_PNG, 'base64'))).toBe('E_TOO_LARGE')
  })

  it('stops when asked to', async () => {
    const controller = new AbortController()
    controller.abort()
    const document = await PDFDocument.create()
    document.addPage()
    expect(await codeOf(await document.save(), { signal: controller.signal })).toBe('E_ABORTED')
  })
})

/** A PNG of 74 bytes whose header claims 100,000 × 100,000 gray pixels. */
const HUGE_PNG =
  'iVBORw0KGgoAAAANSUhEUgABhqAAAYagCAAAAACNOVQUAAAAEUlEQVR4nGNgGAWjYBQMdwAAA+gAAbOm00YAAAAASUVORK5CYII='

/** A page with `KE HOACH`, encrypted with the password `secret`. */
const ENCRYPTED = new Uint8Array(
  Buffer.from(
    'JVBERi0xLjcKJb/3ov4KMSAwIG9iago8PCAvRXh0ZW5zaW9ucyA8PCAvQURCRSA8PCAvQmFzZVZlcnNpb24gLzEuNyAvRXh0ZW5zaW9uTGV2ZWwgOCA+PiA+PiAvUGFnZXMgMiAwIFIgL1R5cGUgL0NhdGFsb2cgPj4KZW5kb2JqCjIgMCBvYmoKPDwgL0NvdW50IDEgL0tpZHMgWyAzIDAgUiBdIC9UeXBlIC9QYWdlcyA+PgplbmRvYmoKMyAwIG9iago8PCAvQ29udGVudHMgNCAwIFIgL01lZGlhQm94IFsgMCAwIDU5NSA4NDIgXSAvUGFyZW50IDIgMCBSIC9SZXNvdXJjZXMgPDwgL0ZvbnQgPDwgL0YgNSAwIFIgPj4gPj4gL1R5cGUgL1BhZ2UgPj4KZW5kb2JqCjQgMCBvYmoKPDwgL0xlbmd0aCA2NCAvRmlsdGVyIC9GbGF0ZURlY29kZSA+PgpzdHJlYW0KKSRivtHWd1uwjrNZwn+qeaWuHU5rOz+Th9RWgDaI+veCNgXpgGnr+YR9gGrCsgib4qalXZGrcA8QYSZFWPjhUGVuZHN0cmVhbQplbmRvYmoKNSAwIG9iago8PCAvQmFzZUZvbnQgL1RpbWVzLVJvbWFuIC9TdWJ0eXBlIC9UeXBlMSAvVHlwZSAvRm9udCA+PgplbmRvYmoKNiAwIG9iago8PCAvQ0YgPDwgL1N0ZENGIDw8IC9BdXRoRXZlbnQgL0RvY09wZW4gL0NGTSAvQUVTVjMgL0xlbmd0aCAzMiA+PiA+PiAvRmlsdGVyIC9TdGFuZGFyZCAvTGVuZ3RoIDI1NiAvTyA8NTYxOGQ4NTFkYWNhYzhlNjg4MWEzZWM0NzM0ODVjODgwNzBmOGVkYWY2OWVhNWRlMTIxOWI1NjQ4NzQwZjI4ZDAwNTEyYzNlNzRlZmU1ODRlMTIwYWUxYzNhOWUyN2NiPiAvT0UgPDMzZGU5MzQ3M2MzNzBkYTczOTEyYjNjYTM3MzgyNmE0MDhjMTE4OWRkMTZkMjQ1MmZhN2E2MzU5YWNlNTBmNzc+IC9QIC00IC9QZXJtcyA8YWE5NDFlZWVjMDAxMDdkNmIzNTA1NjkyMDkxZTQ5YTU+IC9SIDYgL1N0bUYgL1N0ZENGIC9TdHJGIC9TdGRDRiAvVSA8NjMyMDdjZGM0NTQ3OTVkOTYwYjJjZGYyYjc5MTY0MGRhY2NmZjgxMGEyMjI2MTFkMTRkZGQ4N2RlYjhkM2NmMWU4ZDFlNjI0MDFkYjNiNWRiNzhiZjNjMGRjMjQ3M2IxPiAvVUUgPDhmMWJhNzc1Njk2MGNjNGYzYzg1OWRlYWU5MWMyZmIyZDJjMTA0MmUxY2Y4ZDM2Njc1OTE0ZWUzNDI3MDM5YTg+IC9WIDUgPj4KZW5kb2JqCnhyZWYKMCA3CjAwMDAwMDAwMDAgNjU1MzUgZiAKMDAwMDAwMDAxNSAwMDAwMCBuIAowMDAwMDAwMTMwIDAwMDAwIG4gCjAwMDAwMDAxODkgMDAwMDAgbiAKMDAwMDAwMDMxNiAwMDAwMCBuIAowMDAwMDAwNDUwIDAwMDAwIG4gCjAwMDAwMDA1MjIgMDAwMDAgbiAKdHJhaWxlciA8PCAvUm9vdCAxIDAgUiAvU2l6ZSA3IC9JRCBbPDhlNDBmMWZjMWMzZDIzNjlkMTFlY2QwZTlkZDNkNzEyPjw4ZTQwZjFmYzFjM2QyMzY5ZDExZWNkMGU5ZGQzZDcxMj5dIC9FbmNyeXB0IDYgMCBSID4+CnN0YXJ0eHJlZgoxMDY5CiUlRU9GCg==',
    'base64',
  ),
)
