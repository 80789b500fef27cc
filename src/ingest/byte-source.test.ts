import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bytesBetween, FileSource, PIECE, piecesOf, Window } from './byte-source.ts'

const folder = mkdtempSync(join(tmpdir(), 'byte-source-'))
const path = join(folder, 'file')
/** A word over the edge between the first piece and the second, and one at the end. */
const content = Buffer.alloc(2 * PIECE + 100, '.')
content.write('endstream', PIECE - 4)
content.write('endstream', content.length - 9)
let file: FileSource

beforeAll(() => {
  writeFileSync(path, content)
  file = new FileSource(path)
})
afterAll(() => {
  file.close()
  rmSync(folder, { recursive: true })
})

it('finds what stands over the edge of two pieces, and what follows it', () => {
  for (const bytes of [file, content]) {
    const window = new Window(bytes)
    expect(window.indexOf('endstream', 0)).toBe(PIECE - 4)
    expect(window.indexOf('endstream', PIECE - 3)).toBe(content.length - 9)
    expect(window.indexOf('endstream', content.length - 8)).toBe(-1)
    expect([window.at(PIECE - 4), window.at(0), window.at(content.length), window.at(-1)]).toEqual([
      'e'.charCodeAt(0),
      '.'.charCodeAt(0),
      undefined,
      undefined,
    ])
  }
})

it('gives all bytes in order, and any part of them', () => {
  const copies = Array.from(piecesOf(file), piece => Buffer.from(piece))
  expect(Buffer.concat(copies).equals(content)).toBe(true)
  expect(Buffer.from(bytesBetween(file, PIECE - 4, PIECE + 5)).toString()).toBe('endstream')
  expect(bytesBetween(file, content.length - 1, content.length + 5)).toHaveLength(1)
})

it('tells that the file changed meanwhile', () => {
  const other = join(folder, 'other')
  writeFileSync(other, content)
  const source = new FileSource(other)
  source.refuseChanged()
  truncateSync(other, 10)
  expect(() => source.refuseChanged()).toThrow('changed')
  expect(() => bytesBetween(source, 20, 30)).toThrow('changed')
  source.close()
})
