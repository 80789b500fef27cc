import { type PDFDocument, PDFHexString, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import type { Plan } from '../../schemas/plan.ts'
import { decoded, name } from './objects.ts'

/** What a plan says of its document, by the keys of a PDF's information dictionary. */
export interface DocumentInfo {
  Title?: string
  Author?: string
  Subject?: string
  Keywords?: string
}

/**
 *     Title     Kế hoạch Tuyên truyền về chuyển đổi số …
 *     Author    Ủy ban nhân dân xã Thanh Lũng
 *     Subject   Kế hoạch số 47/KH-UBND ngày 16/3/2026
 *     Keywords  47/KH-UBND, 2026-03-16, Thanh Lũng, chuyển đổi số …
 */
export function documentInfo({ header }: Plan): DocumentInfo {
  const { issuer, number, date, kind, title, place } = header
  const [year, month, day] = date?.split('-').map(Number) ?? []
  const subject = [
    kind,
    number && `số ${number}`,
    date && `ngày ${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`,
  ].filter(Boolean)
  const keywords = [kind, number, date, place].filter(Boolean)
  return {
    ...(title && { Title: [kind, title].filter(Boolean).join(' ') }),
    ...(issuer && { Author: issuer.name }),
    ...(subject.length > 0 && { Subject: subject.join(' ') }),
    ...(keywords.length > 0 && { Keywords: keywords.join(', ') }),
  }
}

/** Sets what the plan tells in the information dictionary, and in the XMP packet where the file has one. */
export function setInfo(pdf: PDFDocument, info: DocumentInfo): void {
  const { context, catalog } = pdf
  if (Object.keys(info).length === 0) return
  const found = context.lookup(context.trailerInfo.Info)
  const dict = found && 'set' in found ? (found as ReturnType<typeof context.obj>) : undefined
  const entries = dict ?? context.obj({})
  if (!dict) context.trailerInfo.Info = context.register(entries)
  for (const [key, value] of Object.entries(info))
    (entries as unknown as Map<unknown, unknown>).set(name(key), PDFHexString.fromText(value))
  const stream = catalog.lookup(name('Metadata'))
  const bytes = stream instanceof PDFRawStream ? decoded(stream) : undefined
  if (!bytes) return
  const packet = withProperties(Buffer.from(bytes).toString('utf8'), info)
  const made = context.stream(Buffer.from(packet), { Type: 'Metadata', Subtype: 'XML' })
  const ref = catalog.get(name('Metadata'))
  if (ref instanceof PDFRef) context.assign(ref, made)
}

const DC = 'http://purl.org/dc/elements/1.1/'
const PDF = 'http://ns.adobe.com/pdf/1.3/'

/** Where XMP has each key (ISO 16684-1, 8.3 and Adobe's PDF properties). */
const PROPERTIES: Record<keyof DocumentInfo, { property: string; value: (text: string) => string }> = {
  Title: {
    property: 'dc:title',
    value: text => `<rdf:Alt><rdf:li xml:lang="x-default">${text}</rdf:li></rdf:Alt>`,
  },
  Author: { property: 'dc:creator', value: text => `<rdf:Seq><rdf:li>${text}</rdf:li></rdf:Seq>` },
  Subject: {
    property: 'dc:description',
    value: text => `<rdf:Alt><rdf:li xml:lang="x-default">${text}</rdf:li></rdf:Alt>`,
  },
  Keywords: { property: 'pdf:Keywords', value: text => text },
}

/** An XMP packet with some properties replaced; what is no packet stays as it is. */
export function withProperties(packet: string, info: DocumentInfo): string {
  const keys = Object.keys(info) as (keyof DocumentInfo)[]
  let rest = packet
  for (const key of keys) rest = without(rest, PROPERTIES[key].property)
  const end = rest.lastIndexOf('</rdf:RDF>')
  if (end < 0) return packet
  const elements = keys.map(key => {
    const { property, value } = PROPERTIES[key]
    return `<${property}>${value(escaped(info[key]!))}</${property}>`
  })
  const description = `<rdf:Description rdf:about="" xmlns:dc="${DC}" xmlns:pdf="${PDF}">${elements.join('')}</rdf:Description>`
  return `${rest.slice(0, end)}${description}\n${rest.slice(end)}`
}

/** Without an element of this name, or the attribute that says the same. */
function without(packet: string, property: string): string {
  let rest = packet
  for (let start = rest.indexOf(`<${property}>`); start >= 0; start = rest.indexOf(`<${property}>`)) {
    const close = `</${property}>`
    const end = rest.indexOf(close, start)
    if (end < 0) break
    rest = rest.slice(0, start) + rest.slice(end + close.length)
  }
  return rest.replace(new RegExp(`\\s${property}="[^"]*"`, 'g'), '').replace(`<${property}/>`, '')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
