import type { LineData } from '../document-data.ts'
import { draw } from './settings.ts'
import type { Spot } from './spots.ts'

/** The text laid over the pictures, each word over its ink; made for a page when it comes near the window. */
export class Overlay {
  readonly #spots: readonly Spot[]
  readonly #textOf: (spot: Spot) => string
  readonly #shown = new Map<Spot, SVGElement>()
  readonly #observer: IntersectionObserver
  #started = false

  constructor(spots: readonly Spot[], textOf: (spot: Spot) => string) {
    this.#spots = spots
    this.#textOf = textOf
    this.#observer = new IntersectionObserver(entries => this.#seen(entries), { rootMargin: '100% 0%' })
  }

  start(): void {
    if (this.#started) return
    this.#started = true
    for (const scan of document.querySelectorAll('.scan')) this.#observer.observe(scan)
  }

  update(spot: Spot): void {
    const text = this.#shown.get(spot)
    if (text) fill(text, spot, this.#textOf(spot))
  }

  #seen(entries: readonly IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue
      this.#observer.unobserve(target)
      const page = Number(target.closest('.page')!.id.slice(1))
      const layer = draw('g', { class: 'overlay' })
      for (const spot of this.#spots) {
        if (spot.page.number !== page || !spot.box) continue
        const text = draw('text', {})
        fill(text, spot, this.#textOf(spot))
        this.#shown.set(spot, text)
        layer.append(text)
      }
      target.querySelector('.marks')!.prepend(layer)
    }
  }
}

function fill(element: SVGElement, { box, line }: Spot, text: string): void {
  const [x0, , x1] = box!
  const { top, bottom } = extentOf(line)
  element.textContent = text
  element.setAttribute('x', String(x0))
  // A line reaches from the marks over its letters to what hangs under them.
  element.setAttribute('y', String(bottom - 0.2 * (bottom - top)))
  element.setAttribute('font-size', String(Math.min(14, 0.9 * (bottom - top))))
  element.setAttribute('textLength', String(x1 - x0))
  element.setAttribute('lengthAdjust', 'spacingAndGlyphs')
}

/** Top and bottom of a line in points: engines give each word the box of its ink, so that `xa` is lower than `Tổ`. */
function extentOf({ words }: LineData): { top: number; bottom: number } {
  const boxes = words.flatMap(({ box }) => (box ? [box] : []))
  const quantile = (of: number[], share: number): number =>
    of.sort((a, b) => a - b)[Math.floor(share * (of.length - 1))]!
  return {
    top: quantile(
      boxes.map(box => box[1]),
      0.25,
    ),
    bottom: quantile(
      boxes.map(box => box[3]),
      0.75,
    ),
  }
}
