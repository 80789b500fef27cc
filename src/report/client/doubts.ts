import { percent } from './lens.ts'
import { levelOf } from './marks.ts'
import { make, say } from './settings.ts'
import type { Spot } from './spots.ts'

/** The list of doubts, each leading to its word. */
export class DoubtList {
  readonly #rows = new Map<Spot, HTMLElement>()
  readonly #root: HTMLElement
  readonly #spots: readonly Spot[]
  readonly #choose: (spot: Spot) => void

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
    for (const spot of this.#spots) {
      const button = make('button', { type: 'button' })
      button.addEventListener('click', () => this.#choose(spot))
      this.#rows.set(spot, button)
      this.update(spot, rightOf(spot))
      list.append(make('li', {}, button))
    }
    this.#root.replaceChildren(list)
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
    for (const [each, row] of this.#rows) {
      if (each === spot) {
        row.setAttribute('aria-current', 'true')
        row.scrollIntoView({ block: 'nearest' })
      } else row.removeAttribute('aria-current')
    }
  }
}
