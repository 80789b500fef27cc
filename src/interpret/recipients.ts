import type { TextLine } from '../parse/tree.ts'
import { withoutSeparator } from './text.ts'

/**
 * Who gets the document: the lines under `Nơi nhận`.
 *
 *     - Chủ tịch UBND huyện (để b/c);   → Chủ tịch UBND huyện (để b/c)
 *     - Lưu: VT, VHXH.                  → Lưu: VT, VHXH
 */
export function readRecipients(lines: readonly TextLine[]): string[] {
  return lines
    .map(line => withoutSeparator(line.text.replace(/^\s*[-–—+•*·]\s*/u, '')).trim())
    .filter(text => /[\p{L}\d]/u.test(text))
}
