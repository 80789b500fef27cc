import { LEVELS, ROLES } from '../schemas/roles.ts'
import { PlanExtractError } from '../src/errors.ts'
import { type Said, say } from '../src/said.ts'

/**
 * What is asked of an archive.
 *
 *     chuyen doi so                                 all words, diacritics optional; typed ones narrow
 *     "tổ công nghệ số" OR "tiêm chủng"             phrases; AND is understood between words
 *     (loa OR "đọc sách") NOT kind:"Báo cáo"        brackets, exclusion
 *     truyen*                                       beginnings of words
 *     within:"huyện Tiên Lãng"                      its communes too, also those of after the reform of 2025
 *     issuer:"Tiên Lãng" year:2024..2026 role:forms lead:"Công an" deadline:<2026-06-30 cites:208/KH-UBND
 *
 * Operators are in capitals. What is left over (a bracket too many, an operator with nothing beside it) is passed over;
 * what can't be meant is an error that says so.
 */
export type Query =
  | { type: 'all' }
  | { type: 'and' | 'or'; parts: Query[] }
  | { type: 'not'; part: Query }
  | { type: 'text'; text: string; phrase: boolean; prefix: boolean; field?: TextField }
  | { type: 'value'; field: ValueField; test: Test }

/** From and to are inclusive bounds of dates (`2026`, `2026-06`, `2026-06-30`) or years; one of them may be open. */
export type Test = { type: 'is'; value: string } | { type: 'between'; from?: string; to?: string }

export const TEXT_FIELDS = [
  'title',
  'heading',
  'issuer',
  'kind',
  'place',
  'within',
  'lead',
  'support',
  'unit',
  'signer',
  'recipients',
  'preamble',
] as const
export type TextField = (typeof TEXT_FIELDS)[number]

export const VALUE_FIELDS = [
  'year',
  'date',
  'deadline',
  'level',
  'role',
  'number',
  'cites',
  'implements',
] as const
export type ValueField = (typeof VALUE_FIELDS)[number]

const RANGED = new Set<string>(['year', 'date', 'deadline'])
const CHOICES: Record<string, readonly string[]> = { level: LEVELS, role: ROLES }

/** Bounds that keep the answer quick; nobody's question is longer. */
const MAX_LENGTH = 4_000
const MAX_TOKENS = 200

type TokenType = 'open' | 'close' | 'phrase' | 'field' | 'and' | 'or' | 'not' | 'word'
interface Token {
  type: TokenType
  image: string
}

const names = [...TEXT_FIELDS, ...VALUE_FIELDS].join('|')
const TOKEN = new RegExp(
  [
    /(?<open>\()/,
    /(?<close>\))/,
    /(?<phrase>["“”][^"“”]*["“”]?\*?)/,
    new RegExp(`(?<field>(?:${names.replace(/[a-z]/g, letter => `[${letter}${letter.toUpperCase()}]`)}):)`),
    /(?<and>AND(?![^\s()"“”]))/,
    /(?<or>OR(?![^\s()"“”]))/,
    /(?<not>NOT(?![^\s()"“”]))/,
    /(?<word>[^\s()"“”]+)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
)

function tokensOf(source: string): Token[] {
  return Array.from(source.matchAll(TOKEN), ({ 0: image, groups = {} }) => ({
    type: Object.keys(groups).find(name => groups[name] !== undefined) as TokenType,
    image,
  }))
}

/**
 * Tokens that are `sound` as a query, by one function for each rule. A parser of a library takes longer to load than a
 * search of ten thousand plans takes.
 *
 *     query        conjunction { OR conjunction }
 *     conjunction  term { [AND] term }
 *     term         { NOT } ( "(" query ")" | field words | words )
 */
class QueryParser {
  readonly #tokens: readonly Token[]
  #at = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  query(): Query {
    const parts: Query[] = []
    if (this.#startsTerm()) {
      do parts.push(this.#conjunction())
      while (this.#take('or'))
    }
    return joined('or', parts)
  }

  #conjunction(): Query {
    const parts: Query[] = []
    do {
      parts.push(this.#term())
      this.#take('and')
    } while (this.#startsTerm())
    return joined('and', parts)
  }

  #term(): Query {
    let negated = false
    while (this.#take('not')) negated = !negated
    const part = this.#positive()
    return negated ? { type: 'not', part } : part
  }

  #positive(): Query {
    if (this.#take('open')) {
      const inner = this.query()
      this.#take('close')
      return inner
    }
    const field = this.#take('field')
    const words = this.#tokens[this.#at++]!
    return field ? fieldOf(field.image.slice(0, -1).toLowerCase(), words) : textOf(words, undefined)
  }

  #startsTerm(): boolean {
    const next = this.#tokens[this.#at]
    return next !== undefined && next.type !== 'close' && next.type !== 'or'
  }

  #take(type: TokenType): Token | undefined {
    const next = this.#tokens[this.#at]
    if (next?.type !== type) return undefined
    this.#at++
    return next
  }
}

/** @throws PlanExtractError E_QUERY with what to write instead */
export function parseQuery(source: string): Query {
  if (source.length > MAX_LENGTH)
    throw problem(
      say('the query has {count} characters, at most {most} can be asked', {
        count: source.length,
        most: MAX_LENGTH,
      }),
    )
  const tokens = tokensOf(source.normalize('NFC').replaceAll('\0', ' '))
  if (tokens.length > MAX_TOKENS)
    throw problem(
      say('the query has {count} parts, at most {most} can be asked', {
        count: tokens.length,
        most: MAX_TOKENS,
      }),
    )
  return new QueryParser(sound(tokens)).query()
}

function joined(type: 'and' | 'or', parts: Query[]): Query {
  return parts.length === 0 ? { type: 'all' } : parts.length === 1 ? parts[0]! : { type, parts }
}

/** Takes out what no sentence of the grammar holds: marks alone, lone operators, brackets without a partner. */
function sound(tokens: readonly Token[]): Token[] {
  let kept = balanced(tokens.filter(token => !isMark(token)))
  for (let before = -1; before !== kept.length; ) {
    before = kept.length
    kept = kept.filter((token, index) => stands(token, kept[index - 1], kept[index + 1]))
  }
  return kept
}

function isMark({ type, image }: Token): boolean {
  return (type === 'word' || type === 'phrase') && !/[\p{L}\p{N}]/u.test(image)
}

function balanced(tokens: readonly Token[]): Token[] {
  const open: Token[] = []
  const lone = new Set<Token>()
  for (const token of tokens)
    if (token.type === 'open') open.push(token)
    else if (token.type === 'close' && !open.pop()) lone.add(token)
  for (const token of open) lone.add(token)
  return tokens.filter(token => !lone.has(token))
}

function stands(token: Token, before: Token | undefined, after: Token | undefined): boolean {
  const ends = !after || ['close', 'and', 'or'].includes(after.type)
  const begins = !before || ['open', 'and', 'or', 'not'].includes(before.type)
  switch (token.type) {
    case 'and':
    case 'or':
      return !begins && after !== undefined && after.type !== 'close' // of two in a row the first stays
    case 'not':
      return !ends
    case 'open':
      return after?.type !== 'close'
    case 'close':
      return before?.type !== 'open'
    case 'field':
      if (!after || !['word', 'phrase'].includes(after.type))
        throw problem(
          say('the field {field} has no value', { field: token.image }),
          say('Write {field}"words".', { field: token.image }),
        )
      return true
    default:
      return true
  }
}

function textOf({ type, image }: Token, field: TextField | undefined): Query {
  const phrase = type === 'phrase'
  const unknown = phrase ? undefined : /^([a-z]{2,}):[^/]/i.exec(image)?.[1]
  if (unknown)
    throw problem(
      say('there is no field {field}', { field: unknown }),
      say('Fields are {fields}. Words with a colon need quotes around them.', {
        fields: names.replaceAll('|', ', '),
      }),
    )
  const prefix = image.endsWith('*')
  const text = image.replace(/["“”*]+/g, ' ').trim()
  return { type: 'text', text, phrase, prefix, ...(field && { field }) }
}

function fieldOf(name: string, token: Token): Query {
  if ((TEXT_FIELDS as readonly string[]).includes(name)) {
    const text = textOf({ ...token, type: 'phrase' }, name as TextField)
    return text
  }
  const field = name as ValueField
  const value = token.image.replace(/["“”]/g, '').trim()
  if (RANGED.has(field)) return { type: 'value', field, test: rangeOf(field, value) }
  const choices = CHOICES[field]
  if (choices && !choices.includes(value.toLowerCase()))
    throw problem(
      say('{field}:{value} is none', { field, value }),
      say('Give one of {choices}.', { choices: choices.join(', ') }),
    )
  return { type: 'value', field, test: { type: 'is', value: choices ? value.toLowerCase() : value } }
}

const DATE = /^((?:19|20)\d\d)(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/

/** `2026`, `<2026-06-30`, `>=2026-06`, `2024..2026`. A year or month means its first to its last day. */
function rangeOf(field: string, value: string): Test {
  const [, sign = '', rest = ''] = /^(<=|>=|<|>|=)?(.*)$/.exec(value) ?? []
  const [first = '', last] = rest.split('..', 2)
  if (last !== undefined && sign === '')
    return {
      type: 'between',
      ...(first !== '' && { from: bound(field, first, 'first') }),
      ...(last !== '' && { to: bound(field, last, 'last') }),
    }
  switch (sign) {
    case '<':
      return { type: 'between', to: next(bound(field, rest, 'first'), -1) }
    case '<=':
      return { type: 'between', to: bound(field, rest, 'last') }
    case '>':
      return { type: 'between', from: next(bound(field, rest, 'last'), 1) }
    case '>=':
      return { type: 'between', from: bound(field, rest, 'first') }
    default:
      return { type: 'between', from: bound(field, rest, 'first'), to: bound(field, rest, 'last') }
  }
}

/** The first or last day (of a year: the year itself) that the text names. */
function bound(field: string, text: string, which: 'first' | 'last'): string {
  const [, year, month, day] = DATE.exec(text) ?? []
  if (year === undefined || (field === 'year' && month !== undefined))
    throw problem(
      field === 'year'
        ? say('{field}:{text} is no year', { field, text })
        : say('{field}:{text} is no date', { field, text }),
      field === 'year'
        ? say('Write year:2026, year:>=2025 or year:2024..2026.')
        : say('Write {field}:<2026-06-30, {field}:2026-06 or {field}:2026-01-01..2026-03-31.', { field }),
    )
  if (field === 'year') return year
  const lastDay = new Date(Date.UTC(Number(year), month === undefined ? 12 : Number(month), 0)).getUTCDate()
  const number = String(which === 'first' ? 1 : lastDay).padStart(2, '0')
  return `${year}-${month ?? (which === 'first' ? '01' : '12')}-${day ?? number}`
}

/** The day (or year) after or before. */
function next(date: string, step: 1 | -1): string {
  if (date.length === 4) return String(Number(date) + step)
  const moved = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(moved.getTime())) throw problem(say('{date} is no date', { date }))
  moved.setUTCDate(moved.getUTCDate() + step)
  return moved.toISOString().slice(0, 10)
}

function problem(message: Said, hint?: Said): PlanExtractError {
  return new PlanExtractError('E_QUERY', message, {
    hint: hint ?? say('plan-extract search --help shows what a query can hold.'),
  })
}
