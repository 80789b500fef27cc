import { readFileSync } from 'node:fs'
import { packagePath } from '../../src/package-root.ts'
import { escapeHtml } from './browser.ts'
import type { Random } from './random.ts'

/**
 * Lays paragraphs out like an administrative document, so that capitals, bold and italics stand where they stand in
 * real ones:
 *
 *     ỦY BAN NHÂN DÂN XÃ …        CỘNG HÒA XÃ HỘI …
 *     Số: 118/KH-UBND             …, ngày … tháng … năm …
 *                     KẾ HOẠCH
 *     I. CAPITALS   1. bold   text   - bullets   italics
 *     Nơi nhận: …                 TM. ỦY BAN NHÂN DÂN
 */
/**
 * The Times of the documents themselves can't be had; its metrics have `times`, but how marks sit on letters, which is
 * what an engine without Vietnamese stumbles over, differs from face to face: `serif` has other ways.
 */
export const FONTS = {
  times: ['Liberation Serif', 'Tinos', 'TeX Gyre Termes'],
  serif: ['FreeSerif', 'Noto Serif', 'Charis SIL'],
} as const
export type Fonts = keyof typeof FONTS

const KINDS = [
  ['KẾ HOẠCH', 'KH'],
  ['QUYẾT ĐỊNH', 'QĐ'],
  ['BÁO CÁO', 'BC'],
  ['THÔNG BÁO', 'TB'],
  ['CHƯƠNG TRÌNH', 'CTr'],
  ['TỜ TRÌNH', 'TTr'],
  ['HƯỚNG DẪN', 'HD'],
] as const
const SURNAMES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô', 'Dương', 'Lý']
const MIDDLE = ['Văn', 'Thị', 'Đức', 'Minh', 'Hữu', 'Quốc', 'Ngọc', 'Thanh', 'Xuân', 'Đình']
const GIVEN = [
  'An',
  'Bình',
  'Cường',
  'Dũng',
  'Hà',
  'Hải',
  'Hương',
  'Khánh',
  'Lâm',
  'Phượng',
  'Sơn',
  'Tuấn',
  'Yến',
]

/** Head of an HTML page that holds many documents one after the other. */
export const SHEET_HEAD = `<!doctype html><html lang="vi"><meta charset="utf-8"><style>
@page { size: A4; margin: 20mm 17mm 20mm 30mm; @top-center { content: counter(page); font: 13pt 'Liberation Serif' } }
body { margin: 0; font-variant-ligatures: none; text-rendering: geometricPrecision }
.document { break-before: page; counter-reset: page }
p { margin: 0 0 4pt; text-indent: 1.1cm }
.columns { display: flex; justify-content: space-between; gap: 4mm; text-align: center }
.columns p, .centre { text-indent: 0; text-align: center }
.rule { width: 35mm; border-top: 0.8pt solid; margin: 1pt auto 3pt }
.bold { font-weight: bold } .italic { font-style: italic }
.recipients { font-size: 11pt; text-align: left } .recipients p { text-align: left; margin: 0 }
</style><body>`

const communes = readFileSync(packagePath('../shared/reference/admin-units.tsv'), 'utf8')
  .split('\n')
  .map(row => row.split('\t'))
  .filter(row => row[2] === 'commune' && row[3])

/** One document as HTML, from paragraphs enough for a few pages. */
export function layOut(paragraphs: readonly string[], random: Random, fonts: Fonts = 'times'): string {
  const font = random.pick(FONTS[fonts])
  const size = random.weighted([
    [12, 1],
    [13, 4],
    [13.5, 1],
    [14, 5],
  ])
  const leading = random.pick([1.1, 1.15, 1.2, 1.3, 1.4, 1.5])
  const align = random.chance(0.8) ? 'justify' : 'left'
  const [kind, symbol] = random.pick(KINDS)
  const commune = random.pick(communes)
  const place = commune[3]!
  const text = paragraphs.map(paragraph => body(paragraph, random)).join('\n')
  return `<div class="document" style="font-family:'${font}';font-size:${size}pt;line-height:${leading};text-align:${align}">
${letterhead(place, commune[4] ?? '', symbol, random)}
<p class="centre bold" style="margin-top:12pt">${kind}</p>
${text}
${end(random)}
</div>`
}

function letterhead(unit: string, within: string, symbol: string, random: Random): string {
  const place = unit.replace(/^(Xã|Phường|Thị trấn|Đặc khu) /, '')
  const number = random.int(1, 900)
  const [day, month, year] = [random.int(1, 28), random.int(1, 12), random.int(2005, 2027)]
  const date = `${place}, ngày ${pad(day, 10)} tháng ${pad(month, 3)} năm ${year}`
  const upper = (text: string) => escapeHtml(text.toLocaleUpperCase('vi'))
  const above = within && random.chance(0.4) ? `<p>${upper(`Ủy ban nhân dân ${within}`)}</p>` : ''
  return `<div class="columns" style="font-size:${random.pick([12, 12.5, 13])}pt"><div>${above}<p class="bold">${upper('Ủy ban nhân dân')}</p>
<p class="bold">${upper(unit)}</p><div class="rule"></div><p>Số: ${pad(number, 10)}/${symbol}-UBND</p></div>
<div><p class="bold">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p class="bold">Độc lập - Tự do - Hạnh phúc</p>
<div class="rule"></div><p class="italic">${escapeHtml(date)}</p></div></div>`
}

/** Zero before what is below the bound, as the decree wants it. */
function pad(value: number, below: number): string {
  return value < below ? `0${value}` : String(value)
}

const LABEL = /^(?:[IVX]+\.|\d+(?:\.\d+)*[.)]|[a-zđ]\)|[-+*–])\s/

function body(paragraph: string, random: Random): string {
  const short = paragraph.length < 90 && !/[.;,]$/.test(paragraph)
  const labelled = LABEL.test(paragraph)
  let text = paragraph
  let style = ''
  if (short) {
    const look = random.weighted([
      ['capitals', 4],
      ['bold', 4],
      ['bold italic', 1.5],
      ['plain', 2],
    ])
    if (look === 'capitals') text = text.toLocaleUpperCase('vi')
    style = look === 'capitals' ? 'bold' : look === 'plain' ? '' : look
    if (!labelled && random.chance(0.6)) text = `${label(look, random)} ${text}`
    if (!labelled && look === 'capitals' && random.chance(0.3)) style += ' centre'
  } else {
    if (/^Căn cứ /.test(text)) style = random.chance(0.7) ? 'italic' : ''
    else
      style = random.weighted([
        ['', 84],
        ['italic', 8],
        ['bold', 5],
        ['bold italic', 3],
      ])
    if (!labelled && random.chance(0.35)) text = `${label('plain', random)} ${text}`
    if (text.length < 260 && random.chance(0.06)) {
      text = text.toLocaleUpperCase('vi')
      style = random.chance(0.8) ? 'bold centre' : ''
    }
  }
  return `<p class="${style}">${escapeHtml(text)}</p>`
}

function label(look: string, random: Random): string {
  if (look === 'capitals')
    return `${random.pick(['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'])}.`
  if (look === 'plain' && random.chance(0.6)) return random.pick(['-', '-', '-', '+', '–', '•', '*'])
  return random.pick([
    `${random.int(1, 12)}.`,
    `${random.int(1, 9)}.${random.int(1, 9)}.`,
    `${random.pick(['a', 'b', 'c', 'd', 'đ', 'e', 'g'])})`,
    `(${random.int(1, 9)})`,
  ])
}

function end(random: Random): string {
  const lines = [
    'Như trên',
    'TT Đảng ủy, HĐND, UBND xã',
    'Các phòng, ban, ngành',
    'Chủ tịch, các PCT UBND',
    'Trưởng các thôn',
  ]
  const list = lines
    .filter(() => random.chance(0.7))
    .map(line => `<p>- ${line};</p>`)
    .join('')
  const deputy = random.chance(0.6) ? '<p>KT. CHỦ TỊCH</p><p>PHÓ CHỦ TỊCH</p>' : '<p>CHỦ TỊCH</p>'
  const name = `${random.pick(SURNAMES)} ${random.pick(MIDDLE)} ${random.pick(GIVEN)}`
  return `<div class="columns" style="margin-top:8pt"><div class="recipients"><p class="bold italic">Nơi nhận:</p>${list}<p>- Lưu: VT.</p></div>
<div class="bold"><p>TM. ỦY BAN NHÂN DÂN</p>${deputy}<p style="margin-top:50pt">${name}</p></div></div>`
}
