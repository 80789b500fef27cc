/**
 * How far a text layer is text of Vietnamese administration that can be repaired, in [0, 1]: 1 for text as printed,
 * about 0.8 for text read with an English model or stripped of its marks, near 0 for a broken map of characters
 * (`6Ӣ CÔNG 7+ѬѪ1*`) and for noise. Judged by statistics of letters alone.
 */
export function layerQuality(text: string): number {
  const words = text.normalize('NFC').split(/\s+/).filter(Boolean)
  let weight = 0
  let good = 0
  for (const word of words) {
    weight += word.length
    good += word.length * qualityOf(word)
  }
  return weight === 0 ? 0 : good / weight
}

export type Verdict =
  | 'good' // text of the page, as printed or repairable
  | 'scanty' // nothing, or so little that it may be the caption of a digital signature
  | 'broken' // letters that stand for others

/** Fewer letters than this may be a caption; a page of a plan holds some fifteen hundred. */
const SCANTY = 200
/** Quality under which reading the picture is better than any repair. */
const BROKEN = 0.5

export function judgeLayer(text: string): Verdict {
  if (text.replace(/\s/g, '').length < SCANTY) return 'scanty'
  return layerQuality(text) < BROKEN ? 'broken' : 'good'
}

/** Letters of Vietnamese and the marks that its documents print. */
const VIETNAMESE = /^[a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]$/i
const PUNCTUATION = /^[\d\s.,;:!?()[\]{}/\\%&+=*<>@#$'"“”‘’«»…•–—_~^|°ºª€£¥§©®-]$/
/** Latin letters with marks of other languages: what an English model makes of Vietnamese ones. */
const LATIN = /^\p{Script=Latin}$/u

/** A syllable: up to three consonants, a nucleus of up to three vowels, up to two consonants. */
const SYLLABLE = /^[bcdđghklmnpqrstvxy]{0,3}[aeiouyw]{1,4}[bcdghklmnpt]{0,3}$/i

function qualityOf(word: string): number {
  let foreign = 0
  let odd = 0
  let letters = 0
  let marksInside = 0
  const characters = Array.from(word)
  characters.forEach((character, index) => {
    if (VIETNAMESE.test(character)) letters++
    else if (PUNCTUATION.test(character)) {
      const inside = index > 0 && index < characters.length - 1
      if (inside && /[+*<>@#$^~|\\=[\]{}]/.test(character)) marksInside++
    } else if (LATIN.test(character)) odd++
    else foreign++
  })
  if (foreign > 0) return Math.max(0, 1 - (2 * foreign) / characters.length) * 0.3
  if (letters + odd === 0) return marksInside > 0 ? 0.3 : 0.7
  if (marksInside > 0) return 0.4
  if (odd > 0) return 0.6
  const core = word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const base = core.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
  return SYLLABLE.test(base) || /[\d/.-]/.test(core) ? 1 : 0.5
}
