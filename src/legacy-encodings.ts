/**
 * Text in encodings of before Unicode made into plain NFC:
 *
 *     TCVN3 (ABC)   Uû ban nh©n d©n tØnh        font .VnTime: one byte a letter
 *     VNI           UÛy ban nhaân daân tænh      a letter, then its mark as a letter of its own
 *     VIQR          U?y ban nha^n da^n ti?nh     typed marks
 *
 * Tables: TCVN 5712:1993 (VN3), the VNI Windows code page, RFC 1456.
 */

export type Legacy = 'tcvn3' | 'vni' | 'viqr'

const TCVN3 = pairs(
  'á¸ àµ ả¶ ã· ạ¹ ă¨ ắ¾ ằ» ẳ¼ ẵ½ ặÆ â© ấÊ ầÇ ẩÈ ẫÉ ậË đ® éÐ èÌ ẻÎ ẽÏ ẹÑ êª ếÕ ềÒ ểÓ ễÔ ệÖ íÝ ì× ỉØ ĩÜ ịÞ óã òß ỏá õâ ọä ô« ốè ồå ổæ ỗç ộé ơ¬ ớí ờê ởë ỡì ợî úó ùï ủñ ũò ụô ư\u00ad ứø ừõ ửö ữ÷ ựù ýý ỳú ỷû ỹü ỵþ Ă¡ Â¢ Ê£ Ô¤ Ơ¥ Ư¦ Đ§',
)

const VNI_MARKS = 'áù àø ảû ãõ ạï ăê ắé ằè ẳú ẵü ặë ââ ấá ầà ẩå ẫã ậä'
const VNI = new Map<string, string>()
for (const pair of VNI_MARKS.split(' ')) {
  const [made, mark] = [...pair] as [string, string]
  // The mark's combining characters, put on every vowel that Vietnamese puts them on.
  const combining = made.normalize('NFD').slice(1)
  for (const vowel of 'aeouôöyAEOUÔÖY') {
    const base = vowel === 'ô' ? 'ơ' : vowel === 'ö' ? 'ư' : vowel === 'Ô' ? 'Ơ' : vowel === 'Ö' ? 'Ư' : vowel
    const letter = (base + combining).normalize('NFC')
    if (letter.length !== 1) continue
    VNI.set(vowel + mark, letter)
    VNI.set(vowel + mark.toUpperCase(), letter)
  }
}
const VNI_SINGLE = pairs('ơô ưö đñ ỉæ ĩó ịò ỵî ơô ƠÔ ƯÖ ĐÑ ỈÆ ĨÓ ỊÒ ỴÎ')

const VIQR_SHAPES: Readonly<Record<string, string>> = {
  '^': '\u0302',
  '(': '\u0306',
  '+': '\u031b',
  '*': '\u031b',
}
const VIQR_TONES: Readonly<Record<string, string>> = {
  "'": '\u0301',
  '`': '\u0300',
  '?': '\u0309',
  '~': '\u0303',
  '.': '\u0323',
}

function pairs(list: string): ReadonlyMap<string, string> {
  return new Map(list.split(' ').map(pair => [pair.slice(1), pair[0]!]))
}

/** Text of a legacy encoding as Unicode, NFC. Characters that the encoding does not define stay. */
export function fromLegacy(text: string, encoding: Legacy): string {
  if (encoding === 'tcvn3') return [...text].map(character => TCVN3.get(character) ?? character).join('')
  if (encoding === 'viqr') return fromViqr(text)
  let out = ''
  for (let i = 0; i < text.length; i++) {
    const letter = VNI.get(text.slice(i, i + 2))
    out += letter ?? VNI_SINGLE.get(text[i]!) ?? text[i]!
    if (letter !== undefined) i++
  }
  return out
}

function fromViqr(text: string): string {
  return text
    .replace(/dd/g, 'đ')
    .replace(/D[dD]/g, 'Đ')
    .replace(
      /([aeiouyAEIOUY])([\^(+*]?)(['`?~.](?=\p{L}|\W|$))?/gu,
      (whole, vowel: string, shape: string, tone: string | undefined, at: number) => {
        // A full stop or question mark at a word's end ends the sentence, unless the vowel has its shape (`dde^?`).
        const closing =
          tone !== undefined &&
          /[?.]/.test(tone) &&
          !/\p{L}/u.test(text[at + whole.length] ?? '') &&
          shape === ''
        const mark = tone === undefined || closing ? '' : VIQR_TONES[tone]!
        const composed = (vowel + (VIQR_SHAPES[shape] ?? '') + mark).normalize('NFC')
        return closing ? composed + tone : composed
      },
    )
}
