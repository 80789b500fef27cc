/** Consonants that a syllable begins with. */
const ONSET = /^(?:b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|nh|ph|q|r|s|t|th|tr|v|x)$/i
/** What follows ư in a syllable where its tone, if any, is not on the ư, which with a tone is another letter. */
const AFTER = /^(?:a|i|m|n|ng|u|[ơớờởỡợ](?:[cimnptu]|ng)?)$/
/** The same in a syllable that ư begins; others would be items of a list behind their dashes. */
const AFTER_FIRST = /^(?:ng|u|[ơớờởỡợ](?:[cimnptu]|ng)?)$/

/**
 * The letter ư of TCVN3 has the code of the soft hyphen, which WinAnsi fonts in a PDF give as a hyphen:
 *
 *     tr-ờng  →  trường       KH-UBND, Lê-nin  stay
 *
 * @param text a word of a TCVN3 font as Unicode but for these
 */
export function withLostHorns(text: string): string {
  return text.replace(/(?<!\p{L})(\p{L}*)-(\p{L}*)/gu, (whole, onset: string, rest: string) =>
    isHorn(onset, rest) ? `${onset}ư${rest}` : whole,
  )
}

function isHorn(onset: string, rest: string): boolean {
  if (onset === '') return AFTER_FIRST.test(rest)
  if (!ONSET.test(onset)) return false
  // Symbols of documents are written in capitals (`số 5-CT/TH-`).
  if (rest === '') return onset.length === 1 || onset === onset.toLowerCase()
  return AFTER.test(rest)
}
