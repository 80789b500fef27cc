import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { correctionsTarget } from './beside.ts'

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'plan-extract-target-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

test('corrections go into the file that is read beside the document', () => {
  const folder = folderWith({ 'a.pdf': '', 'b.pdf': '', 'b.pdf.corrections.yaml': '' })
  expect(correctionsTarget(join(folder, 'a.pdf'))).toBe(join(folder, 'a.corrections.yaml'))
  expect(correctionsTarget(join(folder, 'b.pdf'))).toBe(join(folder, 'b.pdf.corrections.yaml'))
})

test('documents that share a name have a file each from the first correction on', () => {
  const folder = folderWith({ 'a.pdf': '', 'a.txt': '', 'a.plan.json': '', 'b.pdf': '', 'b.plan.json': '' })
  expect(correctionsTarget(join(folder, 'a.pdf'))).toBe(join(folder, 'a.pdf.corrections.yaml'))
  expect(correctionsTarget(join(folder, 'a.txt'))).toBe(join(folder, 'a.txt.corrections.yaml'))
  expect(correctionsTarget(join(folder, 'b.pdf'))).toBe(join(folder, 'b.corrections.yaml'))
})

test('the file of another document of the name is left to it', () => {
  const folder = folderWith({
    'a.pdf': '',
    'a.txt': '',
    'a.corrections.yaml': 'document: a.pdf\ncorrections: []\n',
  })
  expect(correctionsTarget(join(folder, 'a.pdf'))).toBe(join(folder, 'a.corrections.yaml'))
  expect(correctionsTarget(join(folder, 'a.txt'))).toBe(join(folder, 'a.txt.corrections.yaml'))
})
