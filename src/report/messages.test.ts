import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { packagePath } from '../package-root.ts'
import { MESSAGES, message } from './messages.ts'
import { WARNING_NAMES } from './warning-names.ts'

test('both languages fill in the same', () => {
  const fields = (text: string): string[] => (text.match(/\{[a-z]+\}/g) ?? []).sort()
  for (const [key, [vietnamese, english]] of Object.entries(MESSAGES))
    expect(fields(vietnamese), key).toEqual(fields(english))
})

test('what is filled in is taken as it is', () => {
  expect(message('corrected', 'vi', { text: '{text} $& <b>' })).toBe('Đã ghi “{text} $& <b>”.')
})

test('every warning that documents can have is named in Vietnamese', () => {
  const catalogue = readFileSync(packagePath('docs/warnings.md'), 'utf8')
  const codes = [...catalogue.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code]) => code!)
  expect(codes.length).toBeGreaterThan(20)
  expect(codes.filter(code => WARNING_NAMES[code] === undefined)).toEqual([])
})
