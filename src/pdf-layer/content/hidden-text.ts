import { apply, IDENTITY, type Matrix, multiply } from './matrix.ts'
import { nameOf, numberOf, type Operation, operationsOf } from './operations.ts'

/** What a content stream calls by name. */
export interface Surroundings {
  /** What `Do` paints: an opaque picture hides all under it; a form is a content stream of its own. */
  paints(name: string): 'opaque picture' | 'other'
  /** What is left of a form, whose part is done in its own stream; undefined where the name is of no form. */
  form(name: string, mode: number): { shown: number; isEmpty: boolean } | undefined
  /** The page's box in user space, which a picture must cover to hide all. */
  page: readonly [x0: number, y0: number, x1: number, y1: number] | undefined
}

export interface Stripped {
  /** The stream without text that nobody sees; undefined where it had none. */
  bytes: Uint8Array | undefined
  /** Operations that show text and stayed, forms' included. */
  shown: number
  /** Nothing is painted. */
  isEmpty: boolean
}

const INVISIBLE = 3
const SHOWING = new Set(['Tj', 'TJ', "'", '"'])
/** After one of these the place of a text no longer depends on what was shown before. */
const PLACING = new Set(['Td', 'TD', 'Tm', 'T*', "'", '"'])
/** What paints besides text and what `Do` calls: paths, shadings, pictures in the stream (ISO 32000-1, table 51). */
const PAINTING = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 's', 'S', 'sh', 'BI'])
/** What only bears on text. */
const OF_TEXT = new Set(['BT', 'ET', 'Tf', 'Td', 'TD', 'Tm', 'T*', 'Tr', 'Tc', 'Tw', 'Tz', 'TL', 'Ts'])

interface Show {
  operation: Operation
  hidden: boolean
}

/**
 * Takes out of a content stream the text that nobody sees: shown in render mode 3, as OCR programs do, or painted before
 * a picture that covers the whole page. Everything else is copied byte for byte.
 *
 * @param mode render mode at the start of the stream, which a form has from where it is called
 */
export function withoutHiddenText(bytes: Uint8Array, surroundings: Surroundings, mode = 0): Stripped {
  const shows: Show[] = []
  const emptied: Operation[] = []
  const operations: Operation[] = []
  let inForms = 0
  let painted = 0
  let state = { mode, matrix: IDENTITY as Matrix, opaque: true }
  const stack: (typeof state)[] = []
  // Those since the last placing, which a visible text after them on the same line leans on.
  let leaning: Show[] = []
  for (const operation of operationsOf(bytes)) {
    operations.push(operation)
    const { operator, operands } = operation
    if (PLACING.has(operator) || operator === 'BT') leaning = []
    if (operator === 'q') stack.push(state)
    else if (operator === 'Q') state = stack.pop() ?? state
    else if (operator === 'Tr') state = { ...state, mode: numberOf(bytes, operands[0]) }
    else if (operator === 'gs')
      state = { ...state, opaque: false } // it may make what follows transparent
    else if (operator === 'W' || operator === 'W*')
      state = { ...state, opaque: false } // or leave only a part of it
    else if (operator === 'cm') {
      const numbers = operands.map(operand => numberOf(bytes, operand))
      if (numbers.length === 6)
        state = { ...state, matrix: multiply(state.matrix, numbers as unknown as Matrix) }
    } else if (operator === 'Do') {
      const name = nameOf(bytes, operands[0])
      const form = surroundings.form(name, state.mode)
      if (form?.isEmpty) emptied.push(operation)
      else painted++
      inForms += form?.shown ?? 0
      const covers = state.opaque && surroundings.page && coversPage(state.matrix, surroundings.page)
      if (covers && surroundings.paints(name) === 'opaque picture')
        for (const show of shows) show.hidden = true
    } else if (PAINTING.has(operator)) painted++
    else if (SHOWING.has(operator)) {
      const show = { operation, hidden: state.mode === INVISIBLE }
      if (!show.hidden) for (const before of leaning) before.hidden = false
      leaning.push(show)
      shows.push(show)
    }
  }
  const hidden = shows.filter(show => show.hidden).map(show => show.operation)
  const shown = shows.length - hidden.length + inForms
  const isEmpty = shown + painted === 0
  if (hidden.length + emptied.length === 0) return { bytes: undefined, shown, isEmpty }
  // Where no text is left, neither is what only bears on it.
  const useless = shown === 0 ? operations.filter(({ operator }) => OF_TEXT.has(operator)) : []
  const gone = new Map<Operation, string>([
    ...hidden.map(operation => [operation, shown === 0 ? '' : remainder(bytes, operation)] as const),
    ...[...emptied, ...useless].map(operation => [operation, ''] as const),
  ])
  return { bytes: isEmpty ? new Uint8Array(0) : cut(bytes, operations, gone), shown, isEmpty }
}

/** True where the unit square covers the box, but for a hundredth of its width. */
function coversPage(matrix: Matrix, [x0, y0, x1, y1]: readonly [number, number, number, number]): boolean {
  const corners = [apply(matrix, [0, 0]), apply(matrix, [1, 0]), apply(matrix, [0, 1]), apply(matrix, [1, 1])]
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  const isUpright =
    Math.min(Math.abs(matrix[0]), Math.abs(matrix[1])) < 0.01 * Math.hypot(matrix[0], matrix[1])
  const margin = 0.01 * (x1 - x0)
  return (
    isUpright &&
    Math.min(...xs) < x0 + margin &&
    Math.max(...xs) > x1 - margin &&
    Math.min(...ys) < y0 + margin &&
    Math.max(...ys) > y1 - margin
  )
}

/** The stream with some operations replaced. */
function cut(
  bytes: Uint8Array,
  operations: readonly Operation[],
  gone: ReadonlyMap<Operation, string>,
): Uint8Array {
  const parts: Uint8Array[] = []
  let at = 0
  for (const operation of operations) {
    const rest = gone.get(operation)
    if (rest === undefined) continue
    parts.push(bytes.subarray(at, operation.start), Buffer.from(rest, 'latin1'))
    at = operation.end
  }
  parts.push(bytes.subarray(at))
  return Buffer.concat(parts)
}

/** What an operation that shows text does besides: `'` and `"` begin a line, `"` sets the spacing too. */
function remainder(bytes: Uint8Array, { operator, operands }: Operation): string {
  if (operator === "'") return 'T*'
  if (operator !== '"') return ''
  return `${numberOf(bytes, operands[0])} Tw ${numberOf(bytes, operands[1])} Tc T*`
}
