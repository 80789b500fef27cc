/**
 * Step 1: text to numbers. Every domain becomes a stream of codes (see `codes.ts`), one a token, for training and for the
 * held-out paragraphs apart; all distinct tokens go to one list. Step 2 chooses the vocabulary among them.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { BOUNDARY, CLASSES, caseOf, peel, tokenParts } from '../../src/repair/language/normalize.ts'
import { CASES } from '../../src/repair/language/vocabulary.ts'
import { ID_BITS, ID_MASK, PARAGRAPH, PAUSE_BIT } from './codes.ts'
import { DOMAINS, type Domain, isHeldOut, paragraphs, WORK, workFile } from './corpus.ts'
import { Growing } from './growing.ts'

/** Tokens of the whole corpus in the order of first sight, the classes before all. */
class TokenList {
  readonly words: string[] = []
  private readonly ids = new Map<string, number>()

  constructor() {
    for (const token of CLASSES) this.id(token)
  }

  id(word: string): number {
    let id = this.ids.get(word)
    if (id === undefined) {
      id = this.words.length
      this.ids.set(word, id)
      this.words.push(word)
    }
    return id
  }
}

// A printed token recurs: what it becomes is remembered, up to a bound that keeps memory flat.
const REMEMBERED = 3_000_000

/** What a printed token becomes, and its parts in mixed case as printed. */
interface Encoded {
  codes: Uint32Array
  mixed: string[]
}

class Coder {
  private readonly known = new Map<string, Encoded>()
  private readonly tokens: TokenList
  private readonly surfaces: Map<string, number>
  private readonly boundary: number

  constructor(tokens: TokenList, surfaces: Map<string, number>) {
    this.tokens = tokens
    this.surfaces = surfaces
    this.boundary = tokens.id(BOUNDARY)
  }

  /** Appends a paragraph's codes, with no boundary at its beginning or end, then PARAGRAPH; nothing if it has no word. */
  paragraph(text: string, out: Growing): void {
    const from = out.length
    for (const token of text.split(/\s+/u)) {
      if (token === '') continue
      for (const code of this.codes(token)) {
        const previousIsBoundary = out.length === from || (out.at(out.length - 1) & ID_MASK) === this.boundary
        if ((code & ID_MASK) !== this.boundary || !previousIsBoundary) out.push(code)
      }
    }
    if (out.length > from && (out.at(out.length - 1) & ID_MASK) === this.boundary) out.length--
    if (out.length > from) out.push(PARAGRAPH)
  }

  private codes(token: string): Uint32Array {
    let encoded = this.known.get(token)
    if (encoded === undefined) {
      encoded = this.encode(token)
      if (this.known.size < REMEMBERED) this.known.set(token, encoded)
    }
    for (const surface of encoded.mixed) this.surfaces.set(surface, (this.surfaces.get(surface) ?? 0) + 1)
    return encoded.codes
  }

  private encode(token: string): Encoded {
    const parts = tokenParts(token)
    const { core, trail } = peel(token.normalize('NFC'))
    const printed = core.split(/[^\p{L}\p{N}%]+/u).filter(part => part !== '')
    const words = parts.filter(part => part !== BOUNDARY)
    // The case is that of the printed part where parts and words go in step; a class has none.
    const inStep = printed.length === words.length
    const mixed: string[] = []
    let word = 0
    const codes = Uint32Array.from(parts, part => {
      if (part === BOUNDARY) return this.boundary
      const surface = words.length === 1 ? core : inStep ? printed[word]! : part
      word++
      const kind = part.startsWith('<') ? 0 : CASES.indexOf(caseOf(surface))
      if (kind === 3) mixed.push(surface)
      return this.tokens.id(part) | (kind << ID_BITS)
    })
    if (trail.includes(',') && codes.length > 0) codes[codes.length - 1]! |= PAUSE_BIT
    return { codes, mixed }
  }
}

async function readDomain(domain: Domain, tokens: TokenList, surfaces: Map<string, number>): Promise<void> {
  const coder = new Coder(tokens, surfaces)
  const training = new Growing()
  const heldOut = new Growing()
  let index = 0
  for await (const text of paragraphs(domain)) coder.paragraph(text, isHeldOut(index++) ? heldOut : training)
  writeFileSync(workFile(`${domain}.codes`), training.view())
  writeFileSync(workFile(`${domain}.held-out.codes`), heldOut.view())
  console.log(
    `${domain}: ${index} paragraphs, ${training.length} codes to train on, ${heldOut.length} held out`,
  )
}

mkdirSync(WORK, { recursive: true })
const tokens = new TokenList()
const surfaces = new Map<string, number>()
for (const domain of DOMAINS) await readDomain(domain, tokens, surfaces)
writeFileSync(workFile('tokens.txt'), tokens.words.join('\n'))
writeFileSync(workFile('surfaces.json'), JSON.stringify([...surfaces].filter(([, count]) => count >= 5)))
console.log(`${tokens.words.length} distinct tokens`)
