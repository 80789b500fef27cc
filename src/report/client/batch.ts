import { CHUNK, COLUMNS, type RowData } from '../batch-data.ts'
import type { MessageKey } from '../messages.ts'
import { element, onLanguage, say, startSettings } from './settings.ts'

/** The page of all documents: filters and sorts the rows that stand in its HTML. */

interface Row extends RowData {
  element: HTMLElement
  index: number
  /** Without case and diacritics. */
  folded: string
}

const data: RowData[] = JSON.parse(element('data').textContent!)
const chunks = [...document.querySelectorAll<HTMLElement>('.batch tbody')]
const elements = document.querySelectorAll<HTMLElement>('.batch tbody tr')
const rows: Row[] = data.map((row, index) => ({
  ...row,
  index,
  element: elements[index]!,
  folded: fold(row.words),
}))

let shown: readonly Row[] = rows

const words = element<HTMLInputElement>('words')
const issuer = element<HTMLSelectElement>('issuer')
const only = element<HTMLSelectElement>('only')
const sort = element<HTMLSelectElement>('sort')

const vietnamese = new Intl.Collator('vi')

const ORDERS: Record<string, (a: Row, b: Row) => number> = {
  order: () => 0,
  confidence: (a, b) => (a.confidence ?? 2) - (b.confidence ?? 2),
  doubts: (a, b) => (b.doubts ?? -1) - (a.doubts ?? -1),
  warnings: (a, b) => b.warnings - a.warnings,
  issuer: (a, b) => vietnamese.compare(a.issuer ?? '\uffff', b.issuer ?? '\uffff'),
  date: (a, b) => Number((a.date ?? '') < (b.date ?? '')) - Number((a.date ?? '') > (b.date ?? '')),
}

startSettings()
nameOptions()
onLanguage(() => {
  nameOptions()
  tellShown()
})
restore()
element('filters').addEventListener('submit', event => event.preventDefault())
for (const control of [words, issuer, only, sort]) control.addEventListener('input', arrange)
arrange()

function nameOptions(): void {
  for (const [index, column] of COLUMNS.entries())
    document.documentElement.style.setProperty(`--column-${index}`, JSON.stringify(say(column)))
  for (const option of document.querySelectorAll<HTMLElement>('option[data-option]'))
    option.textContent = say(option.dataset.option as MessageKey)
}

/** Diacritics and case may be left out. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd')
}

function isOfIssuer(row: Row, value: string): boolean {
  if (value === '') return true
  return value === '?' ? row.issuer === undefined : row.issuer === value.slice(1)
}

function isOf(row: Row, value: string): boolean {
  if (value === 'warnings') return row.warnings >= 1000
  if (value === 'doubts') return (row.doubts ?? 0) > 0
  if (value === 'unsure') return row.confidence !== undefined && row.confidence < 0.9
  if (value === 'failed') return row.failed
  return true
}

/** Shows the rows that are wanted, in the order that is wanted. */
function arrange(): void {
  const wanted = fold(words.value).split(/\s+/).filter(Boolean)
  const order = ORDERS[sort.value] ?? ORDERS.order!
  shown = rows
    .filter(
      row =>
        wanted.every(word => row.folded.includes(word)) &&
        isOfIssuer(row, issuer.value) &&
        isOf(row, only.value),
    )
    .sort((a, b) => order(a, b) || a.index - b.index)
  for (const [index, chunk] of chunks.entries())
    fill(
      chunk,
      shown.slice(index * CHUNK, (index + 1) * CHUNK).map(row => row.element),
    )
  tellShown()
  remember()
}

/** Rows are of one height, so that a chunk's is known before it is laid out. */
function fill(chunk: HTMLElement, content: readonly HTMLElement[]): void {
  chunk.style.setProperty('--rows', String(content.length))
  const { children } = chunk
  if (children.length === content.length && content.every((each, index) => each === children[index])) return
  chunk.replaceChildren(...content)
}

function tellShown(): void {
  element('shown').textContent = say('shown', { shown: shown.length, all: rows.length })
}

/** In the address, so that going back from a document finds the list as it was. */
function remember(): void {
  const state = new URLSearchParams()
  for (const { id, value } of [words, issuer, only, sort])
    if (value && value !== 'order') state.set(id, value)
  history.replaceState(undefined, '', `#${state}`)
}

function restore(): void {
  const state = new URLSearchParams(location.hash.slice(1))
  for (const control of [words, issuer, only, sort]) {
    const value = state.get(control.id)
    if (value === null) continue
    control.value = value
    if (control.value !== value) control.value = '' // an issuer that is gone
  }
}
