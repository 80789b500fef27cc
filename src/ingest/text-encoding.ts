/** Shares of characters above which the bytes are no text. */
const MAX_CONTROL = 0.01
const MAX_UNDEFINED = 0.02

/**
 * Bytes as NFC text: UTF-8 or UTF-16 with or without a byte order mark, else Windows-1258, the code page of
 * Vietnamese Windows. Undefined where the bytes are no text in any of them.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const text = decodeAs(encodingOf(bytes), bytes) ?? decodeAs('windows-1258', bytes)
  if (text === undefined || !looksLikeText(text)) return undefined
  // Windows-1258 writes tones as combining characters of their own.
  return text.normalize('NFC')
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 4096)
  // Text of Latin letters in UTF-16 has its zero bytes on one side only.
  let zerosEven = 0
  let zerosOdd = 0
  for (let at = 0; at < sample.length; at++)
    if (sample[at] === 0) {
      if (at % 2) zerosOdd++
      else zerosEven++
    }
  if (zerosOdd > sample.length / 8 && zerosEven === 0) return 'utf-16le'
  if (zerosEven > sample.length / 8 && zerosOdd === 0) return 'utf-16be'
  return 'utf-8'
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function looksLikeText(text: string): boolean {
  let control = 0
  let undefinedOnes = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 9 || code === 10 || code === 12 || code === 13) continue
    if (code < 32 || code === 127) control++
    else if ((code >= 0x80 && code < 0xa0) || code === 0xfffd) undefinedOnes++
  }
  return control <= text.length * MAX_CONTROL && undefinedOnes <= text.length * MAX_UNDEFINED
}
