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

function fill(element: SVGElement, { box }: Spot, text: string): void {
  const [x0, y0, x1, y1] = box!
  element.textContent = text
  element.setAttribute('x', String(x0))
  // Boxes reach from the top of the marks over capitals to under the line.
  element.setAttribute('y', String(y1 - 0.2 * (y1 - y0)))
  element.setAttribute('font-size', String(Math.min(14, 0.9 * (y1 - y0))))
  element.setAttribute('textLength', String(x1 - x0))
  element.setAttribute('lengthAdjust', 'spacingAndGlyphs')
}
