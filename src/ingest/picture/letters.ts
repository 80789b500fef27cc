import type { Rule } from '../placed.ts'
import { type Component, componentsOf, erase, isStroke } from './components.ts'
import type { GrayPicture } from './gray.ts'
import { withoutLevelRules } from './rules.ts'
import { ringOf, withinSeals } from './seals.ts'
import { struckLetters } from './struck.ts'

/** Inches: the heights of printed letters without their marks. */
const LOWEST = 0.055
const HIGHEST = 0.22
/** Share of its box that the ink of a letter fills at least. */
const SPARSE = 0.12

/** A page without rules and strokes of pens, its pieces of ink found. */
export interface Letters {
  picture: GrayPicture
  components: Component[]
}

/** The page with its ruling lines, signatures and rings of black seals taken off; letters that these touch stay. */
export function lettersOf(page: GrayPicture, rules: readonly Rule[], dpi: number): Letters {
  const unruled = withoutLevelRules(page, rules, dpi)
  const components = componentsOf(unruled)
  const [strokes, others]: [Component[], Component[]] = [[], []]
  for (const component of components.found) (isStroke(component, dpi) ? strokes : others).push(component)
  const seals = strokes.flatMap(stroke => ringOf(stroke, components.runs, dpi) ?? [])
  const letters = others.filter(component => isLetter(component, dpi))
  const stamped = withinSeals(others, letters, seals, dpi)
  const isPrinted = (component: Component): boolean => !stamped.has(component)
  const picture = erase(unruled, components, [...strokes, ...stamped])
  const struck = struckLetters(components, strokes, letters.filter(isPrinted), dpi)
  for (const { from, to, y } of struck.flatMap(({ runs }) => runs)) {
    const at = y * picture.width
    picture.data.set(unruled.data.subarray(at + from, at + to), at + from)
  }
  return { picture, components: [...others.filter(isPrinted), ...struck.map(({ component }) => component)] }
}

export function isLetter({ x0, y0, x1, y1, ink }: Component, dpi: number): boolean {
  const [width, height] = [x1 - x0, y1 - y0]
  const filled = ink / (width * height)
  return height >= LOWEST * dpi && height <= HIGHEST * dpi && width <= 2 * HIGHEST * dpi && filled > SPARSE
}
