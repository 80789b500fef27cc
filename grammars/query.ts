import type { IToken } from 'chevrotain'
import { LEVELS, ROLES } from '../schemas/roles.ts'
import { PlanExtractError } from '../src/errors.ts'
import { type Said, say } from '../src/said.ts'
import { createToken, EmbeddedActionsParser, Lexer, tokenMatcher } from './chevrotain.ts'

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

const names = [...TEXT_FIELDS, ...VALUE_FIELDS].join('|')
const LParen = createToken({ name: 'LParen', pattern: '(' })
const RParen = createToken({ name: 'RParen', pattern: ')' })
const Phrase = createToken({ name: 'Phrase', pattern: /["“”][^"“”]*["“”]?\*?/ })
const Word = createToken({ name: 'Word', pattern: /[^\s()"“”]+/ })
const Field = createToken({ name: 'Field', pattern: new RegExp(`(?:${names}):`, 'i') })
const And = createToken({ name: 'And', pattern: /AND(?![^\s()"“”])/ })
const Or = createToken({ name: 'Or', pattern: /OR(?![^\s()"“”])/ })
const Not = createToken({ name: 'Not', pattern: /NOT(?![^\s()"“”])/ })
const Space = createToken({ name: 'Space', pattern: /\s+/, group: Lexer.SKIPPED })

const TOKENS = [Space, LParen, RParen, Phrase, Field, And, Or, Not, Word]
/** The grammar is checked where tests run, not at every start. */
const SKIP_VALIDATIONS = process.env.NODE_ENV !== 'test'

const lexer = new Lexer(TOKENS, { skipValidations: SKIP_VALIDATIONS, positionTracking: 'onlyOffset' })

class QueryParser extends EmbeddedActionsParser {
  constructor() {
    super(TOKENS, { skipValidations: SKIP_VALIDATIONS })
    this.performSelfAnalysis()
  }

  query = this.RULE('query', (): Query => {
    const parts: Query[] = []
    this.MANY_SEP({ SEP: Or, DEF: () => parts.push(this.SUBRULE(this.conjunction)) })
    return joined('or', parts)
  })

  private conjunction = this.RULE('conjunction', (): Query => {
    const parts: Query[] = []
    this.AT_LEAST_ONE(() => {
      parts.push(this.SUBRULE(this.term))
      this.OPTION(() => this.CONSUME(And))
    })
    return joined('and', parts)
  })

  private term = this.RULE('term', (): Query => {
    let negated = false
    this.MANY(() => {
      this.CONSUME(Not)
      negated = !negated
    })
    const part = this.OR([
      { ALT: () => this.SUBRULE(this.group) },
      { ALT: () => this.SUBRULE(this.field) },
      { ALT: () => textOf(this.SUBRULE(this.words), undefined) },
    ])
    return negated ? { type: 'not', part } : part
  })

  private group = this.RULE('group', (): Query => {
    this.CONSUME(LParen)
    const inner = this.SUBRULE(this.query)
    this.CONSUME(RParen)
    return inner
  })

  private field = this.RULE('field', (): Query => {
    const name = this.CONSUME(Field)
    const value = this.SUBRULE(this.words)
    return this.ACTION(() => fieldOf(name.image.slice(0, -1).toLowerCase(), value))
  })

  private words = this.RULE(
    'words',
    (): IToken => this.OR([{ ALT: () => this.CONSUME(Phrase) }, { ALT: () => this.CONSUME(Word) }]),
  )
}

const parser = new QueryParser()

/** @throws PlanExtractError E_QUERY with what to write instead */
export function parseQuery(source: string): Query {
  if (source.length > MAX_LENGTH)
    throw problem(
      say('the query has {count} characters, at most {most} can be asked', {
        count: source.length,
        most: MAX_LENGTH,
      }),
    )
  const tokens = lexer.tokenize(source.normalize('NFC').replaceAll('\0', ' ')).tokens
  if (tokens.length > MAX_TOKENS)
    throw problem(
      say('the query has {count} parts, at most {most} can be asked', {
        count: tokens.length,
        most: MAX_TOKENS,
      }),
    )
  parser.input = sound(tokens)
  const query = parser.query()
  if (parser.errors.length > 0)
    throw problem(say("the query can't be understood near “{text}”", { text: source.slice(0, 60) }))
  return query
}

function joined(type: 'and' | 'or', parts: Query[]): Query {
  return parts.length === 0 ? { type: 'all' } : parts.length === 1 ? parts[0]! : { type, parts }
}

/** Takes out what no sentence of the grammar holds: marks alone, lone operators, brackets without a partner. */
function sound(tokens: readonly IToken[]): IToken[] {
  let kept = balanced(tokens.filter(token => !isMark(token)))
  for (let before = -1; before !== kept.length; ) {
    before = kept.length
    kept = kept.filter((token, index) => stands(token, kept[index - 1], kept[index + 1]))
  }
  return kept
}

function isMark({ tokenType, image }: IToken): boolean {
  return (tokenType === Word || tokenType === Phrase) && !/[\p{L}\p{N}]/u.test(image)
}

function balanced(tokens: readonly IToken[]): IToken[] {
  const open: IToken[] = []
  const lone = new Set<IToken>()
  for (const token of tokens)
    if (tokenMatcher(token, LParen)) open.push(token)
    else if (tokenMatcher(token, RParen) && !open.pop()) lone.add(token)
  for (const token of open) lone.add(token)
  return tokens.filter(token => !lone.has(token))
}

function stands(token: IToken, before: IToken | undefined, after: IToken | undefined): boolean {
  const ends = !after || [RParen, And, Or].includes(after.tokenType)
  const begins = !before || [LParen, And, Or, Not].includes(before.tokenType)
  switch (token.tokenType) {
    case And:
    case Or:
      return !begins && !ends
    case Not:
      return !ends
    case LParen:
      return after?.tokenType !== RParen
    case RParen:
      return before?.tokenType !== LParen
    case Field:
      if (!after || ![Word, Phrase].includes(after.tokenType))
        throw problem(
          say('the field {field} has no value', { field: token.image }),
          say('Write {field}"words".', { field: token.image }),
        )
      return true
    default:
      return true
  }
}

function textOf({ tokenType, image = '' }: IToken, field: TextField | undefined): Query {
  const phrase = tokenType === Phrase
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

function fieldOf(name: string, token: IToken): Query {
  if ((TEXT_FIELDS as readonly string[]).includes(name)) {
    const text = textOf({ ...token, tokenType: Phrase }, name as TextField)
    return text
  }
  const field = name as ValueField
  const value = (token.image ?? '').replace(/["“”]/g, '').trim()
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
