/**
 * Step 2: the vocabulary, how its words are written, and the streams in its 16-bit ids.
 *
 * A word is kept if it was seen often enough that it names nobody in particular; a possible syllable of Vietnamese and
 * the words of administrative units are kept earlier. What is left over becomes `<unk>` or `<alnum>`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  ALNUM,
  BOUNDARY,
  CLASSES,
  fold,
  normalizeText,
  UNKNOWN,
} from '../../src/repair/language/normalize.ts'
import { CASE_MASK, codesOf, ID_BITS, ID_MASK, PARAGRAPH } from './codes.ts'
import { DOMAINS, type Domain, workFile } from './corpus.ts'
import { isSyllable } from './syllable.ts'
import { WEIGHTS } from './weights.ts'

const MOST_WORDS = 64_000
const LEAST_SEEN = { syllable: 3, word: 6, alphanumeric: 60 }
const END_OF_PARAGRAPH = 0xffff
const BOUNDARY_ID = CLASSES.indexOf(BOUNDARY)
const UPPER = 2
// Repetitions of the list of units in training, beside what the corpus says of them.
const UNIT_REPETITIONS = 2

const words = readFileSync(workFile('tokens.txt'), 'utf8').split('\n')
const surfaces = JSON.parse(readFileSync(workFile('surfaces.json'), 'utf8')) as [string, number][]
const units = unitNames()

const counts = countTokens()
const kept = choose()
writeFileSync(workFile('vocabulary.txt'), kept.map(id => words[id]).join('\n'))
const idOf = newIds(kept)
for (const domain of DOMAINS) {
  writeFileSync(workFile(`${domain}.ids`), translate(codesOf(domain, 'training'), domain))
  writeFileSync(workFile(`${domain}.held-out.ids`), translate(codesOf(domain, 'held-out'), undefined))
}
writeFileSync(workFile('cases.bin'), caseCosts())
writeFileSync(workFile('forms.txt'), mixedForms().join('\n'))

/** Names of provinces, districts and communes, each with the unit it lies in. */
function unitNames(): string[] {
  const file = fileURLToPath(new URL('../../../shared/reference/admin-units.tsv', import.meta.url))
  const rows = readFileSync(file, 'utf8').trim().split('\n').slice(1)
  return rows.map(row => row.split('\t').slice(3, 5).join(', '))
}

function countTokens(): Uint32Array {
  const seen = new Uint32Array(words.length)
  for (const domain of DOMAINS)
    for (const code of codesOf(domain, 'training')) if (code !== PARAGRAPH) seen[code & ID_MASK]!++
  return seen
}

function choose(): number[] {
  const named = new Set(units.flatMap(normalizeText))
  const wanted: number[] = []
  for (let id = CLASSES.length; id < words.length; id++) {
    const word = words[id]!
    const least = /\d/.test(word)
      ? LEAST_SEEN.alphanumeric
      : isSyllable(word) || named.has(word)
        ? LEAST_SEEN.syllable
        : LEAST_SEEN.word
    if (counts[id]! >= least && word.length <= 24) wanted.push(id)
  }
  wanted.sort((a, b) => counts[b]! - counts[a]! || a - b)
  const chosen = [...CLASSES.keys(), ...wanted.slice(0, MOST_WORDS - CLASSES.length)]
  console.log(
    `${chosen.length} words of ${words.length}; the rarest was seen ${counts[chosen.at(-1)!]} times`,
  )
  return chosen
}

/** Corpus id to vocabulary id. */
function newIds(chosen: number[]): Uint16Array {
  const unknown = CLASSES.indexOf(UNKNOWN)
  const alnum = CLASSES.indexOf(ALNUM)
  const ids = Uint16Array.from(words, word => (/\d/.test(word) ? alnum : unknown))
  for (const [id, old] of chosen.entries()) ids[old] = id
  return ids
}

/** Codes to vocabulary ids: each paragraph ends with a boundary and END_OF_PARAGRAPH. Units are added to admin. */
function translate(codes: Uint32Array, domain: Domain | undefined): Uint16Array {
  const ids: number[] | Uint16Array = new Uint16Array(codes.length * 2 + 1_000_000)
  let length = 0
  const known = new Map(words.map((word, id) => [word, id]))
  const paragraph = (tokens: Iterable<number>) => {
    for (const id of tokens) ids[length++] = id
    ids[length++] = BOUNDARY_ID
    ids[length++] = END_OF_PARAGRAPH
  }
  if (domain === 'admin')
    for (let i = 0; i < UNIT_REPETITIONS; i++)
      for (const unit of units) paragraph(normalizeText(unit).map(token => idOf[known.get(token) ?? 0]!))
  let from = 0
  for (let i = 0; i < codes.length; i++) {
    if (codes[i] !== PARAGRAPH) continue
    paragraph(Array.from(codes.subarray(from, i), code => idOf[code & ID_MASK]!))
    from = i + 1
  }
  return ids.slice(0, length)
}

/** −16 ln P(case | word), four bytes a word; lines in capitals and beginnings of clauses tell nothing and are left out. */
function caseCosts(): Uint8Array {
  const seen = new Float64Array(4 * kept.length)
  for (const domain of DOMAINS) countCases(codesOf(domain, 'training'), WEIGHTS[domain], seen)
  const total = [0, 1, 2, 3].map(kind => {
    let sum = 0
    for (let at = kind + 4 * CLASSES.length; at < seen.length; at += 4) sum += seen[at]!
    return sum
  })
  const all = total.reduce((a, b) => a + b)
  const costs = new Uint8Array(seen.length)
  for (let id = 0; id < kept.length; id++) {
    const of = [0, 1, 2, 3].map(kind => seen[4 * id + kind]!)
    const sum = of.reduce((a, b) => a + b)
    for (const kind of [0, 1, 2, 3]) {
      const p = (of[kind]! + (total[kind]! + 1) / (all + 4)) / (sum + 1)
      costs[4 * id + kind] = Math.min(255, Math.round(-16 * Math.log(p)))
    }
  }
  return costs
}

function countCases(codes: Uint32Array, weight: number, seen: Float64Array): void {
  let capitals = 0 // length of the run of words in capitals that ends here
  let inside = false
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i]!
    const id = code === PARAGRAPH ? BOUNDARY_ID : idOf[code & ID_MASK]!
    if (id === BOUNDARY_ID) {
      inside = false
      capitals = 0
      continue
    }
    const kind = (code >>> ID_BITS) & CASE_MASK
    capitals = kind === UPPER ? capitals + 1 : 0
    const inCapitals = capitals >= 3 || (kind === UPPER && upperFollows(codes, i, 3 - capitals))
    if (inside && !inCapitals && id >= CLASSES.length) seen[4 * id + kind]! += weight
    inside = true
  }
}

function upperFollows(codes: Uint32Array, at: number, howMany: number): boolean {
  for (let i = 1; i <= howMany; i++) {
    const code = codes[at + i] ?? PARAGRAPH
    if (code === PARAGRAPH || ((code >>> ID_BITS) & CASE_MASK) !== UPPER) return false
  }
  return true
}

/** `id<TAB>VNeID` for words whose mixed form is frequent and the most frequent of its kind. */
function mixedForms(): string[] {
  const ids = new Map(kept.map((old, id) => [words[old]!, id]))
  const best = new Map<number, [string, number]>()
  for (const [surface, count] of surfaces) {
    const id = ids.get(fold(surface))
    if (id !== undefined && count > (best.get(id)?.[1] ?? 0)) best.set(id, [surface, count])
  }
  return [...best].sort(([a], [b]) => a - b).map(([id, [surface]]) => `${id}\t${surface}`)
}
