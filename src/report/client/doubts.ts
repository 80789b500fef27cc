import { percent } from './lens.ts'
import { levelOf } from './marks.ts'
import { make, say } from './settings.ts'
import type { Spot } from './spots.ts'

const AT_ONCE = 60

/** The list of doubts, each leading to its word. */
export class DoubtList {
  readonly #rows = new Map<Spot, HTMLElement>()
  readonly #root: HTMLElement
  readonly #spots: readonly Spot[]
  readonly #choose: (spot: Spot) => void
  #present: Spot | undefined

  constructor(root: HTMLElement, spots: readonly Spot[], choose: (spot: Spot) => void) {
    this.#root = root
    this.#spots = spots
    this.#choose = choose
  }

  show(rightOf: (spot: Spot) => string | undefined): void {
    this.#rows.clear()
    if (this.#spots.length === 0) {
      this.#root.replaceChildren(make('p', { class: 'none' }, say('noDoubts')))
      return
    }
    const list = make('ol', { class: 'doubts' })
    this.#root.replaceChildren(list)
    this.#add(list, 0, rightOf)
  }

  /** Rows from an index on: as many as are seen at once, the others when the browser has time. */
  #add(list: HTMLElement, from: number, rightOf: (spot: Spot) => string | undefined): void {
    if (list !== this.#root.firstChild) return // it was made anew meanwhile
    const some = this.#spots.slice(from, from + AT_ONCE)
    for (const spot of some) {
      const button = make('button', { type: 'button' })
      button.addEventListener('click', () => this.#choose(spot))
      this.#rows.set(spot, button)
      this.update(spot, rightOf(spot))
      if (spot === this.#present) button.setAttribute('aria-current', 'true')
      list.append(make('li', {}, button))
    }
    if (from + AT_ONCE < this.#spots.length) setTimeout(() => this.#add(list, from + AT_ONCE, rightOf))
  }

  update(spot: Spot, right: string | undefined): void {
    const row = this.#rows.get(spot)
    if (!row) return
    const isSettled = right !== undefined
    row.className = isSettled ? 'settled' : levelOf(spot)
    row.replaceChildren(
      make('span', { class: 'choice', lang: 'vi' }, right ?? spot.text),
      make('small', { lang: 'vi' }, spot.raw === (right ?? spot.text) ? '' : spot.raw),
      make('small', {}, say('atPage', { page: spot.page.number })),
      make('small', { class: 'percent' }, isSettled ? `✓ ${say('settled')}` : percent(spot.confidence)),
    )
  }

  present(spot: Spot | undefined): void {
    const before = this.#present && this.#rows.get(this.#present)
    before?.removeAttribute('aria-current')
    this.#present = spot
    const row = spot && this.#rows.get(spot)
    row?.setAttribute('aria-current', 'true')
    row?.scrollIntoView({ block: 'nearest' })
  }
}
