import { likeness, skeleton } from '../../grammars/fold.ts'
import { Phrases, phraseList, type Word, words } from '../../grammars/phrases.ts'
import { PredicatesVocabulary, RolesVocabulary, readVocabulary } from '../../grammars/vocabulary.ts'
import type { Role } from '../../schemas/plan.ts'

/**
 * What a section is for, by its heading.
 *
 *     MỤC ĐÍCH, YÊU CẦU                  purpose: of several roles the first
 *     Phạm vi, đối tượng áp dụng          audience: what stands before it names no role
 *     Xây dựng nội dung tuyên truyền      none of its own: a directive, not a noun phrase
 *     Yêu cầu các đơn vị báo cáo          none of its own: `yêu cầu` is a verb here
 */
const vocabulary = readVocabulary('roles', RolesVocabulary)
const { finite } = readVocabulary('predicates', PredicatesVocabulary)

const roles = new Phrases<{ role: Role; phrase: string }>(
  Object.entries(vocabulary.roles).flatMap(([role, phrases]) =>
    phrases.map(phrase => [phrase, { role: role as Role, phrase }] as const),
  ),
)
const neutral = phraseList(vocabulary.neutral)
const fillers = phraseList(vocabulary.fillers)
const background = phraseList(vocabulary.background)
const complements = new Map(
  Object.entries(vocabulary.verbal).map(([phrase, after]) => [phrase, phraseList(after)]),
)
const finiteWords = phraseList(finite)

/** Words of a noun phrase at most; a longer heading is a sentence. */
const LONGEST_PHRASE = 24

/** Words after a phrase that is a verb too; `Báo cáo kết quả thực hiện về UBND xã trước ngày …` is a directive. */
const LONGEST_COMPLEMENT = 8

/** The role that the heading itself names. */
export function roleNamed(heading: string): Role | undefined {
  return roleByWords(heading) ?? roleByLetters(heading)
}

const skeletons = Object.entries(vocabulary.roles)
  .flatMap(([role, phrases]) => phrases.map(phrase => ({ role: role as Role, letters: skeleton(phrase) })))
  .filter(({ letters }) => letters.length >= 10)
const LIKE = 0.87

/** A heading that is the name of a role but for a letter or two misread, `Chế a thông tin, báo cáo`, or its first word, `76 CHỨC …`. */
function roleByLetters(heading: string): Role | undefined {
  if (heading.length > 60) return undefined
  const letters = skeleton(heading)
  const rest = /^\S*\d\S*\s/u.test(heading) ? skeleton(heading.slice(heading.indexOf(' '))) : ''
  const ending = rest.length >= 10 ? skeletons.find(phrase => phrase.letters.endsWith(rest)) : undefined
  if (ending) return ending.role
  return skeletons.find(
    phrase =>
      Math.abs(phrase.letters.length - letters.length) <= 3 &&
      likeness(letters, phrase.letters, LIKE) >= LIKE,
  )?.role
}

function roleByWords(heading: string): Role | undefined {
  const text = words(heading.replace(/\([^)]*\)/gu, ' '))
  if (text.length > LONGEST_PHRASE) return undefined
  let at = 0
  for (;;) {
    const found = roles.at(text, at)
    if (found) return stands(text, at, found.length, found.value.phrase) ? found.value.role : undefined
    const filler = fillers.at(text, at)
    if (filler && at + filler.length < text.length) {
      at += filler.length
      continue
    }
    const named = neutral.at(text, at)
    if (!named) return undefined
    at = afterConjunct(text, at + named.length)
    if (at < 0) return undefined
  }
}

/** The index after the next joining word, or -1: the rest of a conjunct is no more than a few words. */
function afterConjunct(text: readonly Word[], index: number): number {
  for (let i = index; i < Math.min(text.length, index + 5); i++) {
    if (/^(?:,|;|và|-|–|\/|&)$/u.test(text[i]?.key ?? '')) return i + 1
  }
  return -1
}

/** Whether the phrase is a noun phrase here: not a verb with its object, and the heading not a sentence. */
function stands(text: readonly Word[], index: number, length: number, phrase: string): boolean {
  const after = index + length
  const next = text[after]
  if (!next) return true
  const joined = /^[,;:\-–/.&]$|^và$/u.test(next.key)
  const allowed = complements.get(phrase)
  if (allowed && !joined && !allowed.at(text, after)) return false
  if (allowed && text.length - after > LONGEST_COMPLEMENT) return false
  return !isSentence(text, after)
}

function isSentence(text: readonly Word[], from: number): boolean {
  for (let i = from; i < text.length; i++) {
    if (text[i]?.text === ':') return false
    const word = text[i] as Word
    if (/^\p{Ll}/u.test(word.text) && finiteWords.at(text, i)) return text.length - from > 5
  }
  return false
}

/** Whether a heading says that what stands under it was before the plan: `ĐẶC ĐIỂM TÌNH HÌNH`. */
export function isBackground(heading: string): boolean {
  return background.at(words(heading), 0) !== undefined
}

/** Whether a heading is a whole sentence, which then also is a statement of its section. */
export function isSentenceHeading(printed: string): boolean {
  return words(printed).length > 12 && /[.;]\s*$/u.test(printed)
}
