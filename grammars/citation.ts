import type { IToken } from 'chevrotain'
import { lazily } from '../src/lazily.ts'
import { EmbeddedActionsParser, EOF } from './chevrotain.ts'
import {
  And,
  Bare,
  Carrying,
  Close,
  Comma,
  Day,
  Enclosed,
  Enclosing,
  isLower,
  Kind,
  kinds,
  Named,
  No,
  Of,
  Open,
  Opening,
  Particle,
  Period,
  Quoted,
  Rest,
  RULES,
  Stop,
  TitleEnd,
  TitleWord,
  TOKENS,
  vocabulary,
  YearNumber,
} from './citation-tokens.ts'
import { lexWords } from './lexing.ts'
import { phraseList, type Word, words } from './phrases.ts'
import { BodiesVocabulary, readVocabulary } from './vocabulary.ts'

/**
 * Mentions of documents in running text.
 *
 *     Quyết định số 12/QĐ-UBND ngày 05/01/2026 của UBND tỉnh về việc phê duyệt Đề án "…"
 *     kind       number        date             issuer       title
 *
 *     Luật Đất đai năm 2024 · Đề án 06 · Chương trình “…” · thực hiện Đề án … giai đoạn 2026 - 2030
 *     Nghị quyết Đại hội XIV của Đảng · Kết luận Hội nghị Trung ương 11 khóa XIII
 *
 * A document that another's title names is a mention too, `nested` in it.
 */
export interface Mention {
  /** As printed, first letter capital: `Quyết định`, `Chương trình hành động`. */
  kind: string
  /** Without inner spaces. */
  number?: string
  /** A bare number by which a document is called: `06` of `Đề án 06`. */
  nickname?: string
  date?: { day: number; month: number; year: number }
  issuer?: string
  title?: string
  /** Offsets in the text, end exclusive. */
  start: number
  end: number
  nested: boolean
}

const bodies = readVocabulary('bodies', BodiesVocabulary)
const commaNames = phraseList(vocabulary.commaNames)
const properNames = phraseList(vocabulary.properNames)
const bodyNames = phraseList([...bodies.bodies, ...bodies.persons])
const issuing = phraseList(vocabulary.issuing)

/** Words of a law's name. */
const LAW_WORDS = new Set([Rest, TitleWord, Kind])

type Shape =
  | { form: 'numbered' }
  | { form: 'named'; until: number }
  | { form: 'quoted' }
  | { form: 'nickname' }
  | { form: 'titled'; until: number }
  | { form: 'congress'; until: number }

interface Draft extends Omit<Mention, 'end'> {
  end: number
}

/** How many titles may stand in one another; real ones do not go beyond four. */
const DEEPEST = 12

/** The longest names of laws, in tokens: `Luật Nhập cảnh, xuất cảnh, quá cảnh, cư trú của người nước ngoài tại Việt Nam`. */
const LONGEST_NAME = 28

/** The longest names that the vocabulary knows, in characters. */
const LONGEST_PROPER_NAME = 140

/** Which congress, plenum or term of office: `7`, `XIII`, `tám`. */
const ORDINAL = /^(?:\d{1,2}|[IVX]+)$/

/** How far a name or title without a number may reach, in tokens. */
const REACH = 70

/**
 *     mentions := { mention }                                               words between them are passed over
 *     mention  := kind [số] number { ngày … | của issuer } [title] { , số number … }
 *               | kind words số number { … } [title]              Luật Đất đai số 31/2024/QH15
 *               | kind “…” { … } | kind [số] 06 | kind words
 *     title    := [về việc | về] { mention }                                likewise, up to where the title ends
 */
class CitationParser extends EmbeddedActionsParser {
  #found: Draft[] = []
  #depth = 0
  source = ''
  /** Passages in quotation marks that are no title. */
  quoted: IToken[] = []

  constructor() {
    super(TOKENS, { maxLookahead: 1 })
    this.performSelfAnalysis()
  }

  readonly mentions = this.RULE('mentions', (): Mention[] => {
    this.ACTION(() => {
      this.#found = []
      this.#depth = 0
      this.quoted = []
    })
    // the words between are passed over one by one: as tokens of the grammar each would cost as much as a mention
    this.MANY({
      GATE: () => this.#mentionAhead(),
      DEF: () => this.SUBRULE(this.mention, { ARGS: [false] }),
    })
    return this.#found
  })

  private readonly mention = this.RULE('mention', (nested: boolean): void => {
    const shape = this.ACTION(() => this.#shape(1)) ?? { form: 'numbered' }
    const kind = this.CONSUME(Kind)
    const draft: Draft = { kind: capital(kind.image), start: kind.startOffset, end: endOf(kind), nested }
    const until = 'until' in shape ? shape.until : 0
    this.ACTION(() => this.#found.push(draft))
    this.MANY({
      GATE: () => this.LA(1).startOffset < until,
      DEF: () => {
        const word = this.SUBRULE(this.any)
        this.ACTION(() => {
          draft.end = endOf(word)
        })
      },
    })
    this.ACTION(() => {
      const title = this.#text(endOf(kind), draft.end)
      if (title) draft.title = title
    })
    this.OPTION({
      GATE: () => shape.form === 'quoted',
      DEF: () => {
        const quoted = this.CONSUME(Quoted)
        this.ACTION(() => {
          draft.title = quoted.image.slice(1, -1)
          draft.end = endOf(quoted)
        })
      },
    })
    this.OPTION2({
      GATE: () => shape.form === 'numbered' || shape.form === 'named' || shape.form === 'nickname',
      DEF: () => this.SUBRULE(this.number, { ARGS: [draft] }),
    })
    this.SUBRULE(this.details, { ARGS: [draft, shape.form] })
    this.MANY2({
      GATE: () => draft.number !== undefined && this.#anotherNumber(1),
      DEF: () => {
        this.OR([{ ALT: () => this.CONSUME(Comma) }, { ALT: () => this.CONSUME(And) }])
        const start = this.ACTION(() => this.LA(1).startOffset)
        const another: Draft = { kind: draft.kind, start, end: start, nested }
        this.ACTION(() => this.#found.push(another))
        this.SUBRULE2(this.number, { ARGS: [another] })
        this.SUBRULE2(this.details, { ARGS: [another, 'numbered'] })
      },
    })
  })

  /** Date, issuer and title in whatever order they are printed. */
  private readonly details = this.RULE('details', (draft: Draft, form: Shape['form']): void => {
    this.MANY({
      GATE: () => this.#detailAhead(draft),
      DEF: () => {
        this.OPTION(() => this.CONSUME(Comma))
        this.OR([
          {
            ALT: () => {
              const day = this.CONSUME(Day)
              this.ACTION(() => {
                draft.date ??= dayOf(day.image)
                draft.end = endOf(day)
              })
            },
          },
          {
            ALT: () => {
              this.CONSUME(Of)
              this.SUBRULE(this.issuer, { ARGS: [draft] })
            },
          },
        ])
      },
    })
    this.OPTION2({
      GATE: () =>
        (draft.number !== undefined && this.#titleAhead()) ||
        (form === 'congress' && this.LA(1).tokenType === Opening),
      DEF: () => this.SUBRULE(this.title, { ARGS: [draft] }),
    })
  })

  private readonly number = this.RULE('number', (draft: Draft): void => {
    this.OPTION(() => this.CONSUME(No))
    const number = this.OR([
      { ALT: () => this.CONSUME(Named) },
      { ALT: () => this.CONSUME(YearNumber) },
      { ALT: () => this.CONSUME(Bare) },
    ])
    this.ACTION(() => {
      if (number.tokenType === Bare) draft.nickname = number.image
      else draft.number = number.image.replace(/\s/g, '').replace(/[-–]+/g, '-')
      draft.end = endOf(number)
    })
  })

  private readonly issuer = this.RULE('issuer', (draft: Draft): void => {
    const start = this.ACTION(() => this.LA(1).startOffset)
    let end = start
    this.MANY({
      GATE: () => !this.#issuerEnds(end === start),
      DEF: () => {
        const word = this.SUBRULE(this.any)
        this.ACTION(() => {
          end = endOf(word)
        })
      },
    })
    this.ACTION(() => {
      const text = this.#text(start, end)
      if (!text) return
      draft.issuer ??= text
      draft.end = end
    })
  })

  private readonly title = this.RULE('title', (draft: Draft): void => {
    this.OPTION(() => this.CONSUME(Opening))
    const start = this.ACTION(() => this.LA(1).startOffset)
    let depth = 0
    // the words between are passed over, as in `mentions`
    const namesAnother = () => {
      while (!this.#titleEnds(depth)) {
        if (this.#depth < DEEPEST && this.#shape(1) !== undefined && !this.#isEnclosed()) return true
        const word = this.LA(1)
        if (word.tokenType === Open) depth++
        if (word.tokenType === Close) depth--
        draft.end = endOf(word)
        this.SKIP_TOKEN()
      }
      return false
    }
    this.MANY({
      GATE: namesAnother,
      DEF: () => {
        this.ACTION(() => this.#depth++)
        this.SUBRULE(this.mention, { ARGS: [true] })
        this.ACTION(() => {
          this.#depth--
          draft.end = endOf(this.LA(0))
        })
      },
    })
    this.ACTION(() => {
      const title = this.#text(start, draft.end)
      if (title) draft.title = draft.title ? `${draft.title} ${title}` : title
    })
  })

  private readonly any = this.RULE(
    'any',
    (): IToken =>
      this.OR([
        { ALT: () => this.CONSUME(Rest) },
        { ALT: () => this.CONSUME(Kind) },
        { ALT: () => this.CONSUME(Named) },
        { ALT: () => this.CONSUME(YearNumber) },
        { ALT: () => this.CONSUME(Bare) },
        { ALT: () => this.CONSUME(No) },
        { ALT: () => this.CONSUME(Day) },
        { ALT: () => this.CONSUME(Of) },
        { ALT: () => this.CONSUME(Opening) },
        { ALT: () => this.CONSUME(TitleWord) },
        { ALT: () => this.CONSUME(Enclosing) },
        { ALT: () => this.CONSUME(Enclosed) },
        { ALT: () => this.CONSUME(Carrying) },
        { ALT: () => this.CONSUME(Period) },
        { ALT: () => this.CONSUME(Quoted) },
        { ALT: () => this.CONSUME(Particle) },
        { ALT: () => this.CONSUME(TitleEnd) },
        { ALT: () => this.CONSUME(Stop) },
        { ALT: () => this.CONSUME(Comma) },
        { ALT: () => this.CONSUME(And) },
        { ALT: () => this.CONSUME(Open) },
        { ALT: () => this.CONSUME(Close) },
      ]),
  )

  /** Passes over what is no mention; whether one follows. */
  #mentionAhead(): boolean {
    for (let next = this.LA(1); next.tokenType !== EOF && this.#shape(1) === undefined; next = this.LA(1)) {
      if (next.tokenType === Quoted) this.quoted.push(next)
      this.SKIP_TOKEN()
    }
    return this.LA(1).tokenType !== EOF
  }

  /** What kind of mention begins at the `at`th token ahead, if any. */
  #shape(at: number): Shape | undefined {
    const kind = this.LA(at)
    if (kind.tokenType !== Kind) return undefined
    const next = this.LA(at + 1).tokenType
    const afterNo = next === No ? this.LA(at + 2).tokenType : next
    if (afterNo === Named || (next === No && afterNo === YearNumber)) return { form: 'numbered' }
    if (isLower(kind.image)) return undefined
    const known = kinds.at(words(kind.image), 0)?.value.known ?? 'number'
    if (next === Quoted) return this.#isMade(at) ? undefined : { form: 'quoted' }
    if (afterNo === Bare && (known === 'title' || known === 'nickname'))
      return this.#counts(at + (next === No ? 3 : 2)) ? undefined : { form: 'nickname' }
    const named = this.#named(at) ?? this.#proper(at) ?? this.#ofCongress(at)
    if (named) return named
    if (known === 'name') return this.#law(at)
    return known === 'title' ? this.#programme(at) : undefined
  }

  /** `Luật Tổ chức chính quyền địa phương số 72/2025/QH15`: a name stands before the number. */
  #named(at: number): Shape | undefined {
    const law = kinds.at(words(this.LA(at).image), 0)?.value.known === 'name'
    if (law && this.#amends(at)) return undefined
    for (let i = at + 1; i < at + (law ? LONGEST_NAME : 14); i++) {
      const { tokenType, startOffset } = this.LA(i)
      const numbered = tokenType === No && this.LA(i + 1).tokenType === Named
      // `Luật Hóa chất 69/2025/QH15`
      if (numbered || (law && i > at + 1 && tokenType === Named)) return { form: 'named', until: startOffset }
      const joins = tokenType === And || tokenType === Enclosing || tokenType === Carrying
      const goesOn = tokenType === Comma || tokenType === Particle || tokenType === Of
      // `Luật Công nghiệp công nghệ số số 71/2025/QH15`
      const inName = LAW_WORDS.has(tokenType) || joins || (law && (goesOn || tokenType === No))
      const another = tokenType === Kind && !isLower(this.LA(i).image) && !(law && i === at + 1)
      if (!inName || another) return undefined
    }
    return undefined
  }

  /** A law or programme that the vocabulary knows by its whole name, with the years that follow it. */
  #proper(at: number): Shape | undefined {
    const kind = words(this.LA(at).image)
    if (kinds.at(kind, 0)?.value.known !== 'name' && kind.length <= 3) return undefined
    const start = this.LA(at + 1).startOffset
    const name = words(this.source.slice(start, start + LONGEST_PROPER_NAME))
    const known = properNames.at(name, 0)
    if (!known) return undefined
    const end = start + (name[known.length - 1] as Word).end
    let last = at + 1
    while (endOf(this.LA(last)) < end) last++
    return { form: 'titled', until: endOf(this.LA(this.#lastPeriod(last + 1) ?? last)) }
  }

  /** Index of the last of the periods that begin with the token: `giai đoạn 2021 - 2030, tầm nhìn đến năm 2045`. */
  #lastPeriod(at: number): number | undefined {
    if (this.LA(at).tokenType !== Period) return undefined
    let last = at
    for (;;) {
      const joined = this.LA(last + 1).tokenType
      if ((joined !== Comma && joined !== And) || this.LA(last + 2).tokenType !== Period) return last
      last += 2
    }
  }

  /**
   * The congress or plenum is its name: `Nghị quyết Đại hội đại biểu Đảng bộ xã lần thứ XV, nhiệm kỳ 2025 - 2030`,
   * `Nghị quyết Đại hội XIV của Đảng`, `Kết luận Hội nghị Trung ương 11 khóa XIII`.
   */
  #ofCongress(at: number): Shape | undefined {
    if (!/^(?:Đại|Hội|Trung)$/u.test(this.LA(at + 1).image)) return undefined
    for (let i = at + 2; i < at + 25; i++) {
      const { tokenType, image } = this.LA(i)
      if (tokenType === Stop || tokenType === EOF || tokenType === Kind) return undefined
      const next = this.LA(i + 1)
      const counted = image === 'thứ' || (/^(?:hội|ương|Đảng)$/u.test(image) && ORDINAL.test(next.image))
      if (counted) return { form: 'congress', until: endOf(this.LA(this.#congressEnd(i + 1))) }
    }
    return undefined
  }

  /** Index of the last token of a congress: after its ordinal body, term of office, or the party whose it is. */
  #congressEnd(ordinal: number): number {
    let last = ordinal
    for (;;) {
      const bracket = this.LA(last + 1).tokenType === Open || this.LA(last + 1).tokenType === Comma ? 1 : 0
      const next = this.LA(last + 1 + bracket)
      const term = this.LA(last + 2 + bracket)
      if (next.image === 'khóa' && ORDINAL.test(term.image)) {
        last += 2 + bracket
        while (this.LA(last + 1).tokenType === Comma && ORDINAL.test(this.LA(last + 2).image)) last += 2
        if (bracket && this.LA(last + 1).tokenType === Close) last++
      } else if (next.tokenType === Period && (bracket === 0 || this.LA(last + 1).tokenType === Comma))
        return last + 1 + bracket
      else if (next.tokenType === Of && term.image === 'Đảng') last += 2 + bracket
      else if (bracket === 0 && /^(?:Ban|Đảng|Đoàn)$/u.test(next.image)) {
        last++
        while (this.LA(last + 1).tokenType === Rest && this.LA(last + 1).image !== 'khóa') last++
      } else return last
    }
  }

  /** A law by its name: `Luật Thi đua, khen thưởng năm 2022`. The name begins with a capital. */
  #law(at: number): Shape | undefined {
    const first = this.LA(at + 1)
    if (first.tokenType === Period) return { form: 'titled', until: endOf(first) }
    // `Luật sửa đổi, bổ sung một số điều của Luật Phòng cháy và chữa cháy` is named by the law it amends
    if (this.#amends(at)) return this.#amending(at)
    if (!/^\p{Lu}/u.test(first.image) || /^(?:Sư|Gia)$/u.test(first.image)) return undefined
    let until = endOf(first)
    for (let i = at + 2; i < at + 20; i++) {
      const here = this.LA(i)
      const next = this.LA(i + 1)
      if (here.tokenType === Period) return { form: 'titled', until: endOf(here) }
      if (here.tokenType === Comma || here.tokenType === And) {
        if (
          next.tokenType !== Rest ||
          !isLower(next.image) ||
          (here.tokenType === Comma && !this.#nameGoesOn(first, i))
        )
          break
      } else if (!LAW_WORDS.has(here.tokenType) || (here.tokenType === Kind && !isLower(here.image))) break
      until = endOf(here)
    }
    return { form: 'titled', until }
  }

  #amends(at: number): boolean {
    const { image } = this.LA(at + 1)
    return image.startsWith('sửa đổi') || (image === 'sửa' && this.LA(at + 2).image === 'đổi')
  }

  /** The laws it amends may be several, up to the date or number of the amending one; without these it ends with the first. */
  #amending(at: number): Shape | undefined {
    let first: Shape | undefined
    for (let i = at + 2; i < at + REACH; i++) {
      const { tokenType, image, startOffset } = this.LA(i)
      const next = this.LA(i + 1)
      if (tokenType === No && next.tokenType === Named) return { form: 'named', until: startOffset }
      if (tokenType === Day) return { form: 'titled', until: startOffset }
      if (tokenType === Stop || tokenType === EOF || tokenType === Named) break
      if (tokenType === Comma && next.tokenType !== Kind && !isLower(next.image)) break
      if (tokenType === Kind && !isLower(image)) first ??= this.#law(i)
    }
    return first
  }

  /**
   * Whether a comma belongs to a law's name: what stands before it is known to go on (`Luật Phòng, chống …`), or what
   * follows leads to the law's year, date or number.
   */
  #nameGoesOn(first: IToken, comma: number): boolean {
    const before = this.source.slice(first.startOffset, this.LA(comma).startOffset)
    if (commaNames.at(words(before), 0)?.length === words(before).length) return true
    for (let i = comma + 1; i < comma + 8; i++) {
      const { tokenType } = this.LA(i)
      if (tokenType === Period || tokenType === Day || tokenType === No) return true
      if (!LAW_WORDS.has(tokenType) && tokenType !== And) return false
    }
    return false
  }

  /** A programme by its title, which ends with its period; only after a word that says it is carried out. */
  #programme(at: number): Shape | undefined {
    const before = this.LA(at - 1).tokenType
    if (before !== Carrying && before !== Opening) return undefined
    for (let i = at + 1; i < at + REACH; i++) {
      const { tokenType } = this.LA(i)
      if (tokenType === Stop || tokenType === EOF || tokenType === Kind || tokenType === Named)
        return undefined
      const last = this.#lastPeriod(i)
      if (last !== undefined) return { form: 'titled', until: endOf(this.LA(last)) }
    }
    return undefined
  }

  /** A document that is only to be made: `xây dựng Đề án "…"`. */
  #isMade(at: number): boolean {
    return this.LA(at - 1).tokenType === Enclosing
  }

  /** Whether the document ahead is what the cited one approves, issues or encloses. */
  #isEnclosed(): boolean {
    return this.LA(0).tokenType === Enclosing
  }

  /** Whether the number before the token counts something: `Kế hoạch 5 năm`, `Chương trình 100%`. */
  #counts(at: number): boolean {
    const next = this.LA(at)
    return (
      next.image === '%' ||
      /^(?:năm|ngày|tháng|quý|tuần|giờ|nội dung|nhiệm vụ|mục tiêu|nhóm|chỉ tiêu)$/u.test(next.image)
    )
  }

  #issuerEnds(atStart: boolean): boolean {
    const { tokenType, image } = this.LA(1)
    const next = this.LA(2)
    switch (tokenType) {
      case Rest:
        // the full stop of `TP.HCM` ends nothing
        return image === ':' || image === '|' || (image === '.' && next.startOffset > endOf(this.LA(1)))
      case Comma:
        return next.tokenType !== Rest || !/^\p{Lu}/u.test(next.image) || startsBody(next, this.source)
      case And:
        return next.tokenType === Kind || next.tokenType === Particle
      case Kind:
        return !atStart && (isLower(image) || this.#shape(1) !== undefined)
      case Enclosing:
      case TitleWord:
      case Carrying:
        // `Bộ Xây dựng quy định …`
        return !atStart && (isLower(image) || !/^(?:Bộ|Sở|Phòng|Ban|Cục)$/u.test(this.LA(0).image))
      default:
        return true
    }
  }

  /** A date, even after a comma, or the issuer; what is only called by a nickname has neither. */
  #detailAhead(draft: Draft): boolean {
    const { tokenType } = this.LA(1)
    if (tokenType === Comma) return draft.date === undefined && this.LA(2).tokenType === Day
    return tokenType === Day || (tokenType === Of && draft.nickname === undefined)
  }

  #titleAhead(): boolean {
    const { tokenType, image } = this.LA(1)
    if (tokenType === Opening || tokenType === TitleWord || tokenType === Enclosing) return true
    return (tokenType === Carrying || tokenType === Kind) && isLower(image)
  }

  #titleEnds(depth: number): boolean {
    const { tokenType } = this.LA(1)
    if (tokenType === Stop || tokenType === EOF || tokenType === Enclosed) return true
    if (tokenType === Close) return depth <= 0
    if (tokenType !== Comma && tokenType !== And) return false
    const next = this.LA(2)
    if (next.tokenType === Kind && this.#shape(2)?.form === 'numbered') return true
    if (this.#anotherNumber(1)) return true
    if (tokenType === And) return false
    return next.tokenType === TitleEnd || (startsBody(next, this.source) && issues(next, this.source))
  }

  /** `…, số 11/QĐ-UBND`: another document of the kind just named. */
  #anotherNumber(at: number): boolean {
    const join = this.LA(at).tokenType
    if (join !== Comma && join !== And) return false
    const next = this.LA(at + 1).tokenType
    return next === Named || (next === No && this.LA(at + 2).tokenType === Named)
  }

  #text(start: number, end: number): string {
    return this.source.slice(start, end).trim()
  }
}

const endOf = (at: IToken): number => (at.endOffset ?? at.startOffset) + 1

/** A kind in sentence case; an abbreviation (`QĐ số …`) is written out. */
function capital(kind: string): string {
  const type = kinds.at(words(kind), 0)?.value
  if (type?.symbols.includes(kind)) return type.name
  return kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase()
}

function dayOf(image: string): NonNullable<Mention['date']> {
  const [day = 0, month = 0, year = 0] = (image.match(/\d+/g) ?? []).map(Number)
  return { day, month, year }
}

/** Whether a body's name begins at the token: in capitals, `UBND xã …`. */
function startsBody(at: IToken, source: string): boolean {
  if (!/^\p{Lu}/u.test(at.image)) return false
  return bodyNames.at(words(source.slice(at.startOffset, at.startOffset + 60)), 0) !== undefined
}

/** Whether that body then issues something: the main clause of a preamble begins. */
function issues(at: IToken, source: string): boolean {
  const clause = words(source.slice(at.startOffset, at.startOffset + 160))
  for (let i = 1; i < clause.length && clause[i]?.text !== ';'; i++)
    if (isLower(clause[i]?.text ?? '') && issuing.at(clause, i)) return true
  return false
}

/**
 * Whether a mention may begin somewhere: most paragraphs name no type of document, or only such as `báo cáo` in lower case with
 * no number after it, and a look at their words saves reading them. Says yes wherever the parser finds one.
 */
function mayMention(text: readonly Word[]): boolean {
  return text.some((word, index) => {
    const kind = kinds.at(text, index)
    if (!kind) return false
    const next = text[index + kind.length]
    return !isLower(word.text) || (next !== undefined && (next.key.startsWith('số') || /^\d/.test(next.text)))
  })
}

export const citationParser = lazily(() => new CitationParser())

/** Every mention of a document in one paragraph, in order of their beginnings. Never throws. */
export function parseCitations(paragraph: string): Mention[] {
  const text = words(paragraph)
  if (!mayMention(text)) return []
  const parser = citationParser()
  parser.source = paragraph
  parser.input = lexWords(text, paragraph, RULES, Rest)
  const mentions = parser.mentions()
  const inner = parser.quoted.flatMap(({ image, startOffset }) =>
    parseCitations(image.slice(1, -1)).map(mention => ({
      ...mention,
      start: mention.start + startOffset + 1,
      end: mention.end + startOffset + 1,
    })),
  )
  return inner.length > 0 ? [...mentions, ...inner].sort((a, b) => a.start - b.start) : mentions
}
