import { describe, expect, it } from 'vitest'
import { key, Phrases, words } from './phrases.ts'

describe('words', () => {
  it('keep their place, marks apart from letters and digits', () => {
    expect(words('Uỷ ban, 05 xã').map(word => word.text)).toEqual(['Uỷ', 'ban', ',', '05', 'xã'])
    expect(words('a  b')[1]).toMatchObject({ start: 3, end: 4 })
  })

  it('are told apart however many were met before', () => {
    const all = Array.from({ length: 50_000 }, (_, at) => `Hoà${at.toString(36)}`)
    const cut = words(all.join(' '))
    expect(cut.map(word => word.text).join(' ')).toBe(all.join(' '))
    expect(cut.map(word => word.key).join(' ')).toBe(all.join(' ').toLowerCase())
    expect(key('hoà')).toBe('hòa')
  })

  it('are compared without case and in the present spelling of tones', () => {
    expect(key('UỶ')).toBe('ủy')
    expect(key('hoà')).toBe('hòa')
    expect(key('quý')).toBe('quý')
    expect(key('hoàn')).toBe('hoàn')
    expect(key('Đơn vị'.normalize('NFD'))).toBe('đơn vị')
  })
})

describe('phrases', () => {
  const list = new Phrases([
    ['kế hoạch', 1],
    ['kế hoạch hành động', 2],
  ])

  it('take the longest that begins at a word', () => {
    expect(list.at(words('các Kế hoạch hành động số 3'), 1)).toEqual({ value: 2, length: 4 })
    expect(list.at(words('kế hoạch hành chính'), 0)).toEqual({ value: 1, length: 2 })
    expect(list.at(words('kế toán'), 0)).toBeUndefined()
  })
})
