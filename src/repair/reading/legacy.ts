import { fromLegacy, type Legacy } from '../../legacy-encodings.ts'

/*
 * Which encoding of before Unicode a text is in, and letters torn from their marks:
 *
 *     torn marks    Tru ̛ờng, nhân dân           a space between letter and mark, decomposed letters
 */

/** Marks that stand apart from their letter put on it, decomposed letters composed, eth taken for the đ that it looks like. */
export function compose(text: string): string {
  if (!/[\u0300-\u036fðÐ]/u.test(text)) return text
  return text
    .replace(/\s+(?=[\u0300-\u036f])/gu, '')
    .replaceAll('ð', 'đ')
    .replaceAll('Ð', 'Đ')
    .normalize('NFC')
}

const LEGACY_LETTERS: Readonly<Record<Legacy, RegExp>> = {
  tcvn3: /[¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉË®ª«¬\u00ad§]/gu,
  vni: /[aeouôöyAEOUÔÖY][ùøûõïêéèúüëâáàåãäÙØÛÕÏÊÉÈÚÜËÂÁÀÅÃÄ]|[ñÑæò]/gu,
  viqr: /[aeiouyAEIOUY][\^(+]?['`?~](?=\p{L}|\s)|[aeouAEOU][\^+]/gu,
}

/**
 * Encoding of a text by what its words become: the one after whose conversion clearly more of the words are known.
 * `known` tells whether a folded word is in the vocabulary. Undefined where the text is good as it is, or is none of them.
 */
export function legacyEncoding(text: string, known: (word: string) => boolean): Legacy | undefined {
  const share = shareKnown(text, known)
  if (share > 0.75) return undefined
  let best: Legacy | undefined
  let bestShare = Math.max(0.7, share + 0.2)
  for (const encoding of ['tcvn3', 'vni', 'viqr'] as const) {
    if ((text.match(LEGACY_LETTERS[encoding])?.length ?? 0) < text.length / 50) continue
    const converted = shareKnown(fromLegacy(text, encoding), known)
    if (converted > bestShare) {
      best = encoding
      bestShare = converted
    }
  }
  return best
}

function shareKnown(text: string, known: (word: string) => boolean): number {
  const words = text
    .toLowerCase()
    .normalize('NFC')
    .split(/[\s,.;:()"“”/-]+/u)
    .filter(word => word.length >= 2 && /\p{L}/u.test(word))
  return words.length === 0 ? 1 : words.filter(known).length / words.length
}
