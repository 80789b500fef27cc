import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { packagePath } from '../../package-root.ts'
import { PdfDocument } from './document.ts'

const FILE = readFileSync(packagePath('fixtures/ke-hoach-tuyen-quan.garbled.pdf'))

test('a page is the same however many were given before it and are waited for with it', async () => {
  const document = await PdfDocument.open(FILE, {})
  const numbers = Array.from({ length: 100 }, (_, index) => 1 + (index % document.pageCount))
  const sizes = await Promise.all(numbers.map(number => document.withPage(number, page => page.width)))
  expect(new Set(sizes)).toEqual(new Set([sizes[0]]))
  const empty = (number: number) => document.withPage(number, () => {})
  await expect(empty(document.pageCount + 1)).rejects.toThrow()
  document.close()
})

test('a document that was closed gives no pages, also to those who waited', async () => {
  const document = await PdfDocument.open(FILE, {})
  for (let given = 0; given < 30; given++) await document.withPage(1, () => {})
  const waiting = document.withPage(1, page => page.width) // it is opened anew for this one
  document.close()
  await expect(waiting).rejects.toThrow('closed')
})
