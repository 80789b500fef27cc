/**
 * One operation of a content stream: `1 0 0 1 72 720 Tm` is the operands `1 0 0 1 72 720` of the operator `Tm`.
 * Places are byte offsets, so that what is not changed can be copied as it is.
 */
export interface Operation {
  operator: string
  /** Start of the first operand, or of the operator where it has none. */
  start: number
  /** After the operator; of an inline image, after its `EI`. */
  end: number
  operands: Operand[]
}

/** A number, a name with its slash, or anything else (strings, arrays, dictionaries) as the bytes it stands in. */
export interface Operand {
  start: number
  end: number
}

/**
 * The operations of a content stream in their order (ISO 32000-1, 7.8.2 and 8.9.7). What is no syntax of PDF is passed
 * over as viewers do; operands without an operator belong to the next.
 */
export function* operationsOf(bytes: Uint8Array): Generator<Operation> {
  const lexer = new Lexer(bytes)
  let operands: Operand[] = []
  for (let token = lexer.next(); token; token = lexer.next()) {
    if (token.type === 'operand') {
      operands.push(token)
      continue
    }
    const operator = ascii(bytes, token.start, token.end)
    const start = operands[0]?.start ?? token.start
    const end = operator === 'BI' ? lexer.skipInlineImage() : token.end
    yield { operator, start, end, operands }
    operands = []
  }
}

export function numberOf(bytes: Uint8Array, operand: Operand | undefined): number {
  return operand ? Number.parseFloat(ascii(bytes, operand.start, operand.end)) || 0 : 0
}

/** A name without its slash, its `#xx` resolved. */
export function nameOf(bytes: Uint8Array, operand: Operand | undefined): string {
  if (!operand || bytes[operand.start] !== SLASH) return ''
  return ascii(bytes, operand.start + 1, operand.end).replace(/#([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

function ascii(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1')
}

interface Token extends Operand {
  type: 'operand' | 'operator'
}

const SLASH = 0x2f
const OPEN_STRING = 0x28
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d
const OPEN_ANGLE = 0x3c
const CLOSE_ANGLE = 0x3e
/** Closing brackets without an opening one, and braces, which mean nothing here. */
const STRAY = new Set(Array.from(')>]{}', character => character.charCodeAt(0)))
const NUMERIC = new Set(Array.from('0123456789.+-', character => character.charCodeAt(0)))
const WHITE = new Set([0, 9, 10, 12, 13, 32])
const DELIMITERS = new Set(Array.from('()<>[]{}/%', character => character.charCodeAt(0)))

class Lexer {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  next(): Token | undefined {
    this.#skipWhite()
    while (STRAY.has(this.#bytes[this.#at]!)) {
      this.#at++
      this.#skipWhite()
    }
    const start = this.#at
    const byte = this.#bytes[start]
    if (byte === undefined) return undefined
    if (byte === OPEN_STRING || byte === OPEN_ANGLE || byte === OPEN_ARRAY) {
      this.#skipComposite()
      return { type: 'operand', start, end: this.#at }
    }
    this.#skipRegular()
    return { type: this.#isOperand(start) ? 'operand' : 'operator', start, end: this.#at }
  }

  /** After `BI`: its dictionary, `ID`, the bytes of the picture, `EI`. Returns the place after `EI`. */
  skipInlineImage(): number {
    for (let token = this.next(); token; token = this.next())
      if (token.type === 'operator' && ascii(this.#bytes, token.start, token.end) === 'ID') break
    // The two letters may stand in the picture too; behind its end white space and operations in letters follow.
    for (let at = this.#at + 1; at < this.#bytes.length; at++)
      if (
        this.#bytes[at] === 0x45 &&
        this.#bytes[at + 1] === 0x49 &&
        WHITE.has(this.#bytes[at - 1]!) &&
        this.#isText(at + 2)
      ) {
        this.#at = at + 2
        return this.#at
      }
    this.#at = this.#bytes.length
    return this.#at
  }

  #isText(from: number): boolean {
    const byte = this.#bytes[from]
    if (byte === undefined) return true
    if (!WHITE.has(byte)) return false
    for (const each of this.#bytes.subarray(from, from + 16))
      if (!(WHITE.has(each) && each !== 0) && (each < 32 || each > 126)) return false
    return true
  }

  #isOperand(start: number): boolean {
    const first = this.#bytes[start]!
    if (first === SLASH || NUMERIC.has(first)) return true
    const length = this.#at - start
    return (length === 4 || length === 5) && /^(?:true|false|null)$/.test(ascii(this.#bytes, start, this.#at))
  }

  /** A string, an array or a dictionary with what stands in it; without recursion, since hostile ones are deep. */
  #skipComposite(): void {
    let depth = 0
    do {
      const byte = this.#bytes[this.#at]!
      const isDouble = this.#bytes[this.#at + 1] === byte
      if (byte === OPEN_STRING) this.#skipString()
      else if (byte === OPEN_ANGLE && !isDouble) this.#skipTo(CLOSE_ANGLE)
      else {
        if (byte === OPEN_ANGLE || byte === OPEN_ARRAY) depth++
        if (byte === CLOSE_ANGLE || byte === CLOSE_ARRAY) depth--
        if (byte === OPEN_ANGLE || (byte === CLOSE_ANGLE && isDouble)) this.#at += 2
        else if (DELIMITERS.has(byte) && byte !== SLASH) this.#at++
        else this.#skipRegular()
      }
      if (depth > 0) this.#skipWhite()
    } while (depth > 0 && this.#at < this.#bytes.length)
  }

  #skipWhite(): void {
    while (this.#at < this.#bytes.length) {
      const byte = this.#bytes[this.#at]!
      if (byte === 0x25) this.#skipLine()
      else if (WHITE.has(byte)) this.#at++
      else return
    }
  }

  #skipLine(): void {
    while (this.#at < this.#bytes.length && this.#bytes[this.#at] !== 10 && this.#bytes[this.#at] !== 13)
      this.#at++
  }

  #skipRegular(): void {
    do this.#at++
    while (
      this.#at < this.#bytes.length &&
      !WHITE.has(this.#bytes[this.#at]!) &&
      !DELIMITERS.has(this.#bytes[this.#at]!)
    )
  }

  #skipTo(last: number): void {
    while (this.#at < this.#bytes.length && this.#bytes[this.#at] !== last) this.#at++
    this.#at = Math.min(this.#at + 1, this.#bytes.length)
  }

  #skipString(): void {
    let depth = 0
    for (; this.#at < this.#bytes.length; this.#at++) {
      const byte = this.#bytes[this.#at]
      if (byte === 0x5c) this.#at++
      else if (byte === 0x28) depth++
      else if (byte === 0x29 && --depth === 0) break
    }
    this.#at = Math.min(this.#at + 1, this.#bytes.length)
  }
}
