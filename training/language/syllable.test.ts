import { expect, it } from 'vitest'
import { isSyllable } from './syllable.ts'

it.each([
  'nghiêng',
  'quyền',
  'ủy',
  'hóa',
  'được',
  'giờ',
  'gì',
  'khuỷu',
  'yêu',
  'ngoằn',
  'pháp',
  'xoong',
  'thuở',
  'lắc',
])('%s is a syllable', word => expect(isSyllable(word)).toBe(true))
it.each(['vneid', 'file', 'phap', 'pháp̉', 'ubnd', 'ngh', 'fáo', 'xyz', 'mạchs', ''])('%s is none', word =>
  expect(isSyllable(word)).toBe(false),
)
