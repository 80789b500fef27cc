import { describe, expect, test } from 'vitest'
import { PlanExtractError } from '../src/errors.ts'
import { parseQuery, type Query, type Test } from './query.ts'

const word = (text: string): Query => ({ type: 'text', text, phrase: false, prefix: false })
const phrase = (text: string): Query => ({ type: 'text', text, phrase: true, prefix: false })
const and = (...parts: Query[]): Query => ({ type: 'and', parts })
const or = (...parts: Query[]): Query => ({ type: 'or', parts })
const not = (part: Query): Query => ({ type: 'not', part })
const [a, b, c] = [word('a'), word('b'), word('c')]

describe('words', () => {
  test.each<[string, Query]>([
    ['', { type: 'all' }],
    ['a', a],
    ['a b c', and(a, b, c)],
    ['a AND b', and(a, b)],
    ['a and b', and(a, word('and'), b)],
    ['a ANDB OR c', or(and(a, word('ANDB')), c)],
    ['a b OR c', or(and(a, b), c)],
    ['a (b OR c)', and(a, or(b, c))],
    ['(a)(b)', and(a, b)],
    ['NOT a', not(a)],
    ['NOT NOT a', a],
    ['a NOT b', and(a, not(b))],
    ['NOT (a b)', not(and(a, b))],
    ['"a b"', phrase('a b')],
    ['“a  b”', phrase('a  b')],
    ['"a b', phrase('a b')],
    ['a"b"', and(a, phrase('b'))],
    ['a*', { type: 'text', text: 'a', phrase: false, prefix: true }],
    ['"a b"*', { type: 'text', text: 'a b', phrase: true, prefix: true }],
    ['a\0b', and(a, b)],
    ['2:1', word('2:1')],
    ['http://a', word('http://a')],
  ])('%s', (source, query) => {
    expect(parseQuery(source)).toEqual(query)
  })

  test('letters composed of several characters are those of one', () => {
    expect(parseQuery('tổ'.normalize('NFD'))).toEqual(word('tổ'))
  })
})

test.each<[string, Query]>([
  ['a OR', a],
  ['OR a', a],
  ['a OR OR b', or(a, b)],
  ['(OR a)', a],
  ['(a AND) b', and(a, b)],
  ['NOT', { type: 'all' }],
  ['a NOT', a],
  ['NOT AND a', a],
  ['NOT OR a', a],
  ['(NOT) a', a],
  ['a (', a],
  [') a', a],
  ['a) b', and(a, b)],
  ['((a)', a],
  ['() a', a],
  ['(()) a', a],
  ['a - b', and(a, b)],
  ['a "-" b', and(a, b)],
  ['… "" *', { type: 'all' }],
])('what is left over in %s is passed over', (source, query) => {
  expect(parseQuery(source)).toEqual(query)
})

describe('fields', () => {
  test.each<[string, Query]>([
    ['title:a', { ...phrase('a'), field: 'title' } as Query],
    ['LEAD:"a b" c', and({ ...phrase('a b'), field: 'lead' } as Query, c)],
    ['title: a', { ...phrase('a'), field: 'title' } as Query],
    ['issuer:a*', { type: 'text', text: 'a', phrase: true, prefix: true, field: 'issuer' }],
    ['unit:a:b', { ...phrase('a:b'), field: 'unit' } as Query],
    ['NOT kind:a', not({ ...phrase('a'), field: 'kind' } as Query)],
    ['level:COMMUNE', { type: 'value', field: 'level', test: { type: 'is', value: 'commune' } }],
    ['role:forms', { type: 'value', field: 'role', test: { type: 'is', value: 'forms' } }],
    ['number:47/KH-UBND', { type: 'value', field: 'number', test: { type: 'is', value: '47/KH-UBND' } }],
    ['cites:"208/KH"', { type: 'value', field: 'cites', test: { type: 'is', value: '208/KH' } }],
  ])('%s', (source, query) => {
    expect(parseQuery(source)).toEqual(query)
  })

  const between = (from?: string, to?: string): Test => ({
    type: 'between',
    ...(from && { from }),
    ...(to && { to }),
  })
  test.each<[string, Test]>([
    ['year:2026', between('2026', '2026')],
    ['year:=2026', between('2026', '2026')],
    ['year:2024..2026', between('2024', '2026')],
    ['year:2024..', between('2024')],
    ['year:..2026', between(undefined, '2026')],
    ['year:<2026', between(undefined, '2025')],
    ['year:<=2026', between(undefined, '2026')],
    ['year:>2026', between('2027')],
    ['year:>=2026', between('2026')],
    ['date:2026', between('2026-01-01', '2026-12-31')],
    ['date:2024-02', between('2024-02-01', '2024-02-29')],
    ['date:2026-12', between('2026-12-01', '2026-12-31')],
    ['date:2026-06-30', between('2026-06-30', '2026-06-30')],
    ['deadline:<2026-06', between(undefined, '2026-05-31')],
    ['deadline:<=2026-06', between(undefined, '2026-06-30')],
    ['deadline:>2026', between('2027-01-01')],
    ['deadline:>=2026-06-30', between('2026-06-30')],
    ['deadline:2026-01..2026-03', between('2026-01-01', '2026-03-31')],
  ])('%s', (source, test) => {
    expect(parseQuery(source)).toEqual({ type: 'value', field: source.split(':')[0], test })
  })
})

test.each([
  ['title:', 'the field title: has no value', 'Write title:"words".'],
  ['a title: OR b', 'the field title: has no value', 'Write title:"words".'],
  ['title:(a)', 'the field title: has no value', 'Write title:"words".'],
  ['tilte:a', 'there is no field tilte', 'Fields are title, heading, issuer'],
  ['level:town', 'level:town is none', 'Give one of'],
  ['year:2026-06', 'year:2026-06 is no year', 'Write year:2026'],
  ['year:soon', 'year:soon is no year', 'Write year:2026'],
  ['date:1826', 'date:1826 is no date', 'Write date:<2026-06-30'],
  ['date:2026-13', 'date:2026-13 is no date', 'Write date:<2026-06-30'],
  ['deadline:2026-06-30x', 'deadline:2026-06-30x is no date', 'Write deadline:<2026-06-30'],
  ['deadline:<2026..2027', 'deadline:2026..2027 is no date', 'Write deadline:<2026-06-30'],
  [
    'a'.repeat(4_001),
    'the query has 4001 characters, at most 4000 can be asked',
    'plan-extract search --help',
  ],
  ['a '.repeat(201), 'the query has 201 parts, at most 200 can be asked', 'plan-extract search --help'],
])('what can not be meant is told: %s', (source, message, hint) => {
  let error: unknown
  try {
    parseQuery(source)
  } catch (thrown) {
    error = thrown
  }
  expect(error).toBeInstanceOf(PlanExtractError)
  expect(error).toMatchObject({ code: 'E_QUERY', message, hint: expect.stringContaining(hint) })
})

test('the longest query and the one of most parts can be asked', () => {
  expect(parseQuery('a'.repeat(4_000))).toMatchObject({ type: 'text' })
  expect(parseQuery('a '.repeat(200))).toMatchObject({ type: 'and' })
})
