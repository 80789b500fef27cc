import type { Box } from '../../document.ts'
import { draw } from './settings.ts'
import type { Spot } from './spots.ts'

/** Points that a mark is larger than its word. */
const MARGIN = 1.5

/** Marks on the pictures: doubts, what the pointer is over, and the present spot; pointing at either shows the other. */
export class Marks {
  readonly #scans = new Map<number, SVGElement>()
  readonly #doubts = new Map<Spot, SVGElement>()
  readonly #hover = draw('rect', { class: 'hover', rx: 2 })
  readonly #present = draw('rect', { class: 'present', rx: 2 })

  constructor(spots: readonly Spot[], choose: (spot: Spot) => void) {
    for (const scan of document.querySelectorAll<HTMLElement>('.scan')) {
      const page = Number(scan.closest('.page')!.id.slice(1))
      this.#scans.set(page, scan.querySelector<SVGElement>('.marks')!)
      const own = spots.filter(spot => spot.page.number === page)
      scan.addEventListener('pointermove', event => this.hover(spotUnder(event, scan, own)))
      scan.addEventListener('pointerleave', () => this.hover(undefined))
      scan.addEventListener('click', event => {
        const spot = spotUnder(event, scan, own)
        if (spot) choose(spot)
      })
    }
    for (const spot of spots) if (spot.isDoubt) this.#mark(spot)
  }

  /** Shows on both sides what the pointer is over. */
  hover(spot: Spot | undefined): void {
    for (const shown of document.querySelectorAll('.w.hover')) shown.classList.remove('hover')
    for (const element of spot?.elements ?? []) element.classList.add('hover')
    this.#put(this.#hover, spot)
  }

  present(spot: Spot | undefined): void {
    this.#put(this.#present, spot)
  }

  settled(spot: Spot, isSettled: boolean): void {
    if (isSettled && !this.#doubts.has(spot)) this.#mark(spot)
    const mark = this.#doubts.get(spot)
    mark?.classList.toggle('settled', isSettled)
    if (!isSettled && !spot.isDoubt) {
      mark?.remove()
      this.#doubts.delete(spot)
    }
  }

  #mark(spot: Spot): void {
    const mark = draw('rect', { class: `doubt ${levelOf(spot)}`, rx: 2 })
    this.#put(mark, spot)
    this.#doubts.set(spot, mark)
  }

  #put(mark: SVGElement, spot: Spot | undefined): void {
    const scan = spot?.box && this.#scans.get(spot.page.number)
    if (scan) {
      place(mark, spot!.box!)
      scan.append(mark)
    } else mark.remove()
  }
}

export function levelOf({ elements }: Spot): string {
  return ['low', 'middle', 'high'].find(level => elements.some(each => each.classList.contains(level))) ?? ''
}

export function place(mark: SVGElement, [x0, y0, x1, y1]: Box): void {
  mark.setAttribute('x', String(x0 - MARGIN))
  mark.setAttribute('y', String(y0 - MARGIN))
  mark.setAttribute('width', String(x1 - x0 + 2 * MARGIN))
  mark.setAttribute('height', String(y1 - y0 + 2 * MARGIN))
}

function spotUnder(event: MouseEvent, scan: HTMLElement, spots: readonly Spot[]): Spot | undefined {
  const { left, top, width } = scan.getBoundingClientRect()
  const scale = (spots[0]?.page.width ?? 0) / width
  const [x, y] = [(event.clientX - left) * scale, (event.clientY - top) * scale]
  return spots.find(
    ({ box }) =>
      box && x >= box[0] - MARGIN && x <= box[2] + MARGIN && y >= box[1] - MARGIN && y <= box[3] + MARGIN,
  )
}
