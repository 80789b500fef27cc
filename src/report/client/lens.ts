import type { MessageKey } from '../messages.ts'
import { draw, make, say } from './settings.ts'
import { type Choice, choicesOf, type Spot } from './spots.ts'

/** What can be done with the present spot. */
export interface LensActions {
  choose(spot: Spot, text: string): void
  /** Also takes apart what was joined. */
  undo(spot: Spot): void
  join(): void
  /** Corrects as this one what was read the same and is in doubt. */
  same(spot: Spot): void
  step(by: 1 | -1): void
}

/** What of the present spot its card tells besides its choices. */
export interface LensState {
  /** What a person said is printed there. */
  right: string | undefined
  /** Which of the doubts it is, of how many. */
  position: [at: number, all: number]
  /** How many others were read the same and are open. */
  same: number
  /** A word follows on its line. */
  hasNext: boolean
  /** It was made of several by a person. */
  isJoined: boolean
}

/** Points of the page that the cut around a word shows to its left and right, and above and below. */
const AROUND = 95
const ABOVE = 14

/** The card of the present spot: its cut of the picture, enlarged, and what may be printed there. */
export class Lens {
  readonly #root: HTMLElement
  readonly #actions: LensActions
  #spot: Spot | undefined
  #input: HTMLInputElement | undefined

  constructor(root: HTMLElement, actions: LensActions) {
    this.#root = root
    this.#actions = actions
  }

  get spot(): Spot | undefined {
    return this.#spot
  }

  show(spot: Spot | undefined, state: LensState): void {
    const { right, position } = state
    this.#spot = spot
    this.#input = undefined
    const head = make(
      'div',
      { class: 'lens-head' },
      this.#step('previous', 'p', -1),
      make('p', {}, this.#title(spot, position)),
      this.#step('next', 'n', 1),
    )
    if (!spot) {
      this.#root.replaceChildren(
        head,
        make('p', { class: 'none' }, say(position[1] === 0 ? 'beginSure' : 'begin')),
      )
      return
    }
    const place = make(
      'p',
      { class: 'lens-place' },
      say('pageOf', { page: spot.page.number, line: spot.line.number }),
    )
    this.#root.replaceChildren(head, ...cut(spot), context(spot, right), place, this.#choices(spot, state))
  }

  /** The choice under a key from 1; false where there is none. */
  chooseByKey(number: number): boolean {
    const spot = this.#spot
    const choice = spot && choicesOf(spot)[number - 1]
    if (choice) this.#actions.choose(spot, choice.text)
    return choice !== undefined
  }

  edit(): void {
    this.#input?.focus()
    this.#input?.select()
  }

  #title(spot: Spot | undefined, [at, all]: [number, number]): string {
    if (!spot) return all === 0 ? say('noDoubts') : say('progress', { done: 0, all })
    return spot.isDoubt ? say('position', { at, all }) : say('notDoubted')
  }

  #step(key: MessageKey, letter: string, by: 1 | -1): HTMLElement {
    const button = make('button', { type: 'button' }, say(key), ' ', make('kbd', {}, letter))
    button.addEventListener('click', () => this.#actions.step(by))
    return button
  }

  #choices(spot: Spot, state: LensState): HTMLElement {
    const { right } = state
    const choices = choicesOf(spot)
    const list = make('ol', { class: 'choices', 'aria-label': say('choose') })
    choices.forEach((choice, index) => {
      list.append(make('li', {}, this.#choice(spot, choice, index, right)))
    })
    const form = make('form', { class: 'typing' })
    const input = make('input', {
      'aria-label': say('editLabel'),
      placeholder: say('edit'),
      title: say('editLabel'),
      lang: 'vi',
      autocomplete: 'off',
      spellcheck: 'false',
      maxlength: '20000',
    })
    input.value = right ?? spot.text
    const accept = make('button', { type: 'submit' }, say('accept'))
    form.append(make('kbd', { 'aria-hidden': 'true' }, 'e'), input, accept)
    form.addEventListener('submit', event => {
      event.preventDefault()
      this.#actions.choose(spot, input.value.normalize('NFC').replace(/\s+/g, ' ').trim())
    })
    input.addEventListener('keydown', event => {
      if (event.key !== 'Escape') return
      input.value = right ?? spot.text
      input.blur()
    })
    this.#input = input
    const group = make('div', {}, list)
    if (choices.some(({ probability }) => (probability ?? 0) > spot.confidence))
      group.append(make('p', { class: 'why' }, say('byLine')))
    group.append(form, this.#after(spot, state))
    return group
  }

  /** What can be done with the spot besides choosing. */
  #after(spot: Spot, { right, same, hasNext, isJoined }: LensState): HTMLElement {
    const after = make('div', { class: 'after' })
    const add = (text: string, key: string, act: () => void): void => {
      const button = make('button', { type: 'button' }, text, ' ', make('kbd', {}, key))
      button.addEventListener('click', act)
      after.append(button)
    }
    if (right !== undefined || isJoined)
      add(say(right === undefined ? 'part' : 'undo'), 'u', () => this.#actions.undo(spot))
    if (right !== undefined && same > 0)
      add(say('same', { count: same }), 'a', () => this.#actions.same(spot))
    if (hasNext) add(say('join'), 'j', () => this.#actions.join())
    return after
  }

  #choice(spot: Spot, choice: Choice, index: number, right: string | undefined): HTMLElement {
    const { text, probability, from } = choice
    const button = make(
      'button',
      { type: 'button', 'aria-pressed': String(right === text) },
      make('kbd', { 'aria-hidden': 'true' }, String(index + 1)),
      make('span', { class: 'choice', lang: 'vi' }, text || say('nothing')),
    )
    if (from === 'raw' || (from === 'repair' && text === spot.raw))
      button.append(make('small', {}, say('asRead')))
    else if (from === 'repair') button.append(make('small', {}, say('asRepaired')))
    if (probability !== undefined) button.append(make('small', { class: 'percent' }, percent(probability)))
    button.addEventListener('click', () => this.#actions.choose(spot, text))
    return button
  }
}

/** `62 %`; what is not quite sure is not said to be. */
export function percent(probability: number): string {
  const whole = Math.round(probability * 100)
  return `${probability < 1 ? Math.min(whole, 99) : whole} %`
}

/** The word on its paper, enlarged; nothing where the page has no picture. */
function cut({ page, box, line }: Spot): Element[] {
  if (!box || !page.picture || page.width === undefined || page.height === undefined) return []
  const [x0, y0, x1, y1] = box
  const [middleX, middleY] = [(x0 + x1) / 2, (y0 + y1) / 2]
  const width = Math.max(2 * AROUND, x1 - x0 + 20)
  const height = Math.max(2 * ABOVE + (y1 - y0), 44)
  const left = Math.max(0, Math.min(middleX - width / 2, page.width - width))
  const drawing = draw('svg', {
    class: 'cut',
    viewBox: `${left} ${middleY - height / 2} ${width} ${height}`,
    role: 'img',
    'aria-label': say('pageOf', { page: page.number, line: line.number }),
  })
  drawing.append(
    draw('image', { href: page.picture, width: page.width, height: page.height }),
    draw('rect', { x: x0 - 2, y: y0 - 1.5, width: x1 - x0 + 4, height: y1 - y0 + 3, rx: 2 }),
  )
  return [drawing]
}

/** The line as it reads now. */
function context({ elements, words, line, text }: Spot, right: string | undefined): HTMLElement {
  const first = elements[0]!
  const shown = make('p', { class: 'context', lang: 'vi' })
  const before: string[] = []
  const after: string[] = []
  let isAfter = false
  for (const each of first.closest('.line')!.querySelectorAll<HTMLElement>('.w')) {
    if (elements.includes(each)) isAfter = true
    else if (each.textContent) (isAfter ? after : before).push(each.textContent)
  }
  const now = make('strong', {}, right ?? text)
  shown.append(ending(before), now, beginning(after))
  if (words.length === line.words.length && !right) shown.hidden = true
  return shown
}

const CONTEXT = 60

function ending(words: readonly string[]): string {
  const text = words.join(' ')
  return text.length > CONTEXT ? `…${text.slice(-CONTEXT)} ` : text && `${text} `
}

function beginning(words: readonly string[]): string {
  const text = words.join(' ')
  return text.length > CONTEXT ? ` ${text.slice(0, CONTEXT)}…` : text && ` ${text}`
}
