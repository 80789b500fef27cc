/**
 * Which strings are Vietnamese syllables: onset + rhyme + tone, as the orthography allows them.
 *
 *     nghiêng = ngh + iêng    quyền = qu + yên + `    ủy = uy + ?
 */
const ONSET = '(?:b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x)?'
const OPEN =
  'a|e|ê|i|o|ô|ơ|u|ư|y|ia|ua|ưa|ai|ao|au|ay|âu|ây|eo|êu|iu|oa|oe|oi|ôi|ơi|uê|ui|uơ|uy|ưi|ưu|iêu|yêu|oai|oay|oao|oeo|uya|uyu|uôi|ươi|ươu|uây|uêu|ya'
const SONORANT = '(?:a|ă|â|e|ê|i|o|ô|ơ|u|ư|iê|yê|uô|ươ|oa|oă|oe|uâ|uê|uy|uyê|oo|y)(?:m|n|ng|nh)'
const STOPPED = '(?:a|ă|â|e|ê|i|o|ô|ơ|u|ư|iê|yê|uô|ươ|oa|oă|oe|uâ|uê|uy|uyê|oo|y)(?:c|ch|p|t)'
const FREE = new RegExp(`^${ONSET}(?:${OPEN}|${SONORANT})$`, 'u')
const CHECKED = new RegExp(`^${ONSET}(?:${STOPPED})$`, 'u')

const TONES = /\u0300|\u0301|\u0303|\u0309|\u0323/gu

/** Whether a folded word is a possible syllable; a final stop takes only the sharp and heavy tone (or none, in names). */
export function isSyllable(word: string): boolean {
  const letters = word.normalize('NFD')
  const tones = letters.match(TONES)?.join('') ?? ''
  const toneless = letters.replace(TONES, '').normalize('NFC')
  if (tones.length > 1) return false
  if (FREE.test(toneless)) return true
  return CHECKED.test(toneless) && (tones === '\u0301' || tones === '\u0323')
}
