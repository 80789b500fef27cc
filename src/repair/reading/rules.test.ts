import { describe, expect, it } from 'vitest'
import { betweenRules } from './rules.ts'

const read = (line: string) =>
  betweenRules(line.split(' ').map(text => ({ text })))
    .map(({ text, ruled }) => (ruled ? `‖${text}` : text))
    .join(' ')

describe('rules of a table read as letters', () => {
  it.each([
    ['by themselves', 'soat | Phong VH-XH', 'soat ‖Phong VH-XH'],
    ['before a word', 'xuyén |xac, kip', 'xuyén ‖xac, kip'],
    ['after a word', 'truong| Nam 2026', 'truong ‖Nam 2026'],
    ['between two words', 'Trung|Cong an', 'Trung ‖Cong an'],
    ['as brackets', 'tu- [16/9 - nam]', 'tu- [16/9 - nam]'],
    ['as a bracket without its other half', 'tu- [16/9 - nam', 'tu- ‖16/9 - nam'],
    ['not inside a word', 'qua tr|nh lam', 'qua tr|nh lam'],
    ['not where a number may stand', '| MUC DICH', '| MUC DICH'],
  ])('%s', (_, line, expected) => {
    expect(read(line)).toBe(expected)
  })
})
