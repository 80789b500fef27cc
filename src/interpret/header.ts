import { DocumentTypesVocabulary, readVocabulary } from '../../grammars/vocabulary.ts'
import type { Header } from '../../schemas/plan.ts'
import type { Tree } from '../parse/tree.ts'
import { headerDate } from './dates.ts'
import { bodiesOfLetterhead, issuerOfPreamble, isUnitName, levelOf, mixedCase, writtenOut } from './issuer.ts'
import { span } from './place.ts'
import { readSignatures } from './signature.ts'
import { comparable, sentenceCase } from './text.ts'
import type { Warnings } from './warnings.ts'

/**
 * Who issued which document when.
 *
 *     UBND XÃ BÌNH HÒA                       CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
 *     Số: 118 /KH-UBND                       Bình Hòa, ngày 20 tháng 6 năm 2026
 *     KẾ HOẠCH
 *     Tuyên truyền …
 */
const types = readVocabulary('document-types', DocumentTypesVocabulary)

/** @param texts all running text of the document, to find names in mixed case. */
export function readHeader(tree: Tree, texts: readonly string[], warnings: Warnings): Header {
  const header: Header = {}
  readIssuer(header, tree, texts.join('\n'), warnings)
  readNumber(header, tree, warnings)
  readPlaceAndDate(header, tree, warnings)
  readTitle(header, tree, warnings)
  const { issuer, number, placeDate } = tree.letterhead
  const lines = [...issuer, number, placeDate, tree.title.kind, ...tree.title.subject].filter(
    line => line !== undefined,
  )
  const at = span(lines.map(line => line.at).sort((a, b) => a.page - b.page || (a.line ?? 0) - (b.line ?? 0)))
  if (at) header.at = at
  return header
}

function readIssuer(header: Header, tree: Tree, document: string, warnings: Warnings): void {
  const bodies = bodiesOfLetterhead(tree.letterhead.issuer.map(line => line.text))
  const issuer = bodies.at(-1)
  const above = bodies.at(-2)
  const parent = above === undefined ? undefined : writtenOut(mixedCase(above, document))
  const name =
    issuer === undefined
      ? elsewhere(tree, document)
      : writtenOut(mixedCase(withAuthority(issuer, tree), document))
  if (!name) {
    warnings.add(
      'issuer-missing',
      'No issuing body is printed at the head, in the preamble or over the signature.',
    )
    return
  }
  const level = levelOf(name, parent)
  header.issuer = { name, ...(level ? { level } : {}) }
  if (parent) header.parent = parent
}

/**
 * `XÃ BÌNH HÒA` alone, its first line lost: the signature or the symbol tells which of the unit's bodies issues.
 */
function withAuthority(issuer: string, tree: Tree): string {
  if (!isUnitName(issuer)) return issuer
  const authority = authorityOf(tree)
  if (authority !== undefined && /^(?:ủy ban|uỷ ban|ubnd|hội đồng|đảng ủy)/iu.test(authority))
    return `${authority} ${issuer}`
  const body = /(UBND|HĐND)\s*$/u.exec(tree.letterhead.number?.text ?? '')?.[1]
  return body === undefined ? issuer : `${body} ${issuer}`
}

/** The body after `TM.` in the signature. */
function authorityOf(tree: Tree): string | undefined {
  const [first] = readSignatures(tree.end.signature)
  return first?.onBehalfOf?.replace(/^T\s?[./]?\s?M\s?[./]?\s*/u, '')
}

/** Without a letterhead: from the preamble, else from the signature. */
function elsewhere(tree: Tree, document: string): string | undefined {
  const preamble = tree.preamble.map(paragraph => paragraph.text).join(' ')
  const named = issuerOfPreamble(preamble)
  if (named) return mixedCase(named, document)
  const authority = authorityOf(tree)
  return authority && writtenOut(mixedCase(authority, document))
}

/** Serial and symbol: `118/KH-UBND`, Party `07-KH/BTC`, with a year `47/2019/NQ-HĐND`. */
const NUMBER = /^(\d+[a-zđ]?)([/-](?:(?:19|20)\d\d[/-])?)(.+)$/u

function readNumber(header: Header, tree: Tree, warnings: Warnings): void {
  const line = tree.letterhead.number
  if (!line) {
    if (tree.letterhead.issuer.length > 0) warnings.add('number-missing', 'The document prints no number.')
    return
  }
  const printed = line.text
    .replace(/^\s*(?:số|[s$§5]\S{0,2}(?=\s*[:;]))\s*[:;.]?/iu, '')
    .replace(/[.…_]{2,}/gu, '')
    .replace(/\s+/gu, '')
    .replace(/[–—]/gu, '-')
    .replace(/[.,;:]+$/u, '')
  const match = NUMBER.exec(printed)
  if (match) {
    header.number = printed
    header.serial = match[1]
    header.symbol = match[3]
    return
  }
  const symbol = printed.replace(/^[/-]+/u, '')
  if (symbol) header.symbol = symbol
  warnings.add('number-incomplete', 'The serial of the number is not filled in or not read.', line.at)
}

function readPlaceAndDate(header: Header, tree: Tree, warnings: Warnings): void {
  const line = tree.letterhead.placeDate
  if (!line) {
    warnings.add('date-missing', 'The document prints no date.')
    return
  }
  const place = line.text
    .split(/[,.]?\s*(?=ngày|\d{1,2}[/.-]\d)/iu)[0]
    ?.replace(/[\s,;.]+$/u, '')
    .trim()
  if (place && !/^ngày/iu.test(place) && /\p{L}/u.test(place)) header.place = place
  const date = headerDate(line.text)
  if (date?.type === 'date') header.date = date.iso
  else if (date?.type === 'impossible')
    warnings.add('date-impossible', `The calendar has no such day: ${date.printed}.`, line.at)
  else
    warnings.add('date-incomplete', 'Day, month or year of the date is not filled in or not read.', line.at)
}

function readTitle(header: Header, tree: Tree, warnings: Warnings): void {
  const { kind, subject } = tree.title
  if (kind) {
    const printed = kind.text.replace(/[\s:.*]+$/u, '')
    const known = types
      .flatMap(type => [type.name, ...type.variants])
      .find(name => comparable(name) === comparable(printed))
    if (printed) header.kind = known ?? sentenceCase(printed)
    if (!known) warnings.add('kind-unknown', `"${printed}" is no known type of document.`, kind.at)
  }
  const title = subject
    .map(line => line.text)
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim()
  if (title) header.title = title
  else warnings.add('title-missing', 'Under the type of document no subject is printed.')
}

/**
 * The year that dates without one are of: the one that the title names if the plan is for it, else that of the date.
 */
export function yearOf(header: Header, tree: Tree): number | undefined {
  const written = tree.letterhead.placeDate && headerDate(tree.letterhead.placeDate.text)
  const dated = header.date
    ? Number(header.date.slice(0, 4))
    : written?.type === 'incomplete'
      ? written.year
      : undefined
  const named = [
    ...(header.title ?? '').matchAll(/năm\s+(?:học\s+)?((?:19|20)\d\d)(?!\s?[-–—]\s?\d)/giu),
  ].map(match => Number(match[1]))
  const years = new Set(named.filter(year => dated === undefined || year === dated || year === dated + 1))
  const [only, another] = [...years]
  return only !== undefined && another === undefined ? only : dated
}
