import type { GrayPicture } from './gray.ts'

/** Ink darker than this belongs to a component (contrast stretched). */
const DARK = 150

/** A connected piece of ink: a letter without its marks, a stroke of a signature, the frame of a table. */
export interface Component {
  x0: number
  y0: number
  x1: number
  y1: number
  /** Dark pixels. */
  ink: number
  label: number
}

export interface Components {
  found: Component[]
  /** For each pixel the label of its component, 0 for paper. */
  labels: Int32Array
}

/** Components by eight-neighbourhood, found in two passes with union by label. */
export function componentsOf({ data, width, height }: GrayPicture): Components {
  const labels = new Int32Array(width * height)
  const parent: number[] = [0]
  const root = (label: number): number => {
    let at = label
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number
      at = parent[at] as number
    }
    return at
  }
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      if ((data[at] as number) >= DARK) continue
      let label = x > 0 ? (labels[at - 1] as number) : 0
      if (y > 0) {
        const last = x < width - 1 ? at - width + 1 : at - width
        for (let above = x > 0 ? at - width - 1 : at - width; above <= last; above++) {
          const other = labels[above] as number
          if (other === 0 || other === label) continue
          if (label === 0) label = other
          else parent[root(other)] = root(label)
        }
      }
      if (label === 0) {
        label = parent.length
        parent.push(label)
      }
      labels[at] = label
    }
  const byRoot: (Component | undefined)[] = new Array(parent.length)
  const found: Component[] = []
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      if (labels[at] === 0) continue
      const label = root(labels[at] as number)
      labels[at] = label
      const component = byRoot[label]
      if (!component) {
        const begun = { x0: x, y0: y, x1: x + 1, y1: y + 1, ink: 1, label }
        byRoot[label] = begun
        found.push(begun)
        continue
      }
      if (x < component.x0) component.x0 = x
      if (x >= component.x1) component.x1 = x + 1
      component.y1 = y + 1
      component.ink++
    }
  return { found, labels }
}

/** Inches: no letter or row of touching letters of the body is as high. */
const HIGH = 0.45
/** Share of its box that the ink of a signature, a frame or the ring of a seal fills. */
const THIN = 0.14

/** Strokes of signatures, rings of black seals, frames: large, and mostly paper inside. */
export function isStroke(component: Component, dpi: number): boolean {
  const [width, height] = [component.x1 - component.x0, component.y1 - component.y0]
  return height > HIGH * dpi && component.ink < THIN * width * height
}

/** The picture without the given components and their soft edges. */
export function erase(
  picture: GrayPicture,
  { labels }: Components,
  unwanted: readonly Component[],
): GrayPicture {
  if (unwanted.length === 0) return picture
  const { width, height } = picture
  const data = picture.data.slice()
  const gone = new Set(unwanted.map(component => component.label))
  for (const { x0, y0, x1, y1 } of unwanted)
    for (let y = y0; y < y1; y++)
      for (let x = x0; x < x1; x++) {
        if (!gone.has(labels[y * width + x] as number)) continue
        for (let dy = Math.max(0, y - 1); dy <= Math.min(height - 1, y + 1); dy++)
          for (let dx = Math.max(0, x - 1); dx <= Math.min(width - 1, x + 1); dx++) {
            const label = labels[dy * width + dx] as number
            if (label === 0 || gone.has(label)) data[dy * width + dx] = 255
          }
      }
  return { data, width, height }
}
