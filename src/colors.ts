import { styleText } from 'node:util'

type Paint = (text: string) => string

/** Styles of text on a terminal. Node's own: a package for them takes a twentieth of the time in which a search answers. */
export interface Colors {
  /** Without colours the functions give the text as it is; who marks by colour alone marks by signs then. */
  on: boolean
  bold: Paint
  dim: Paint
  red: Paint
  redBold: Paint
  struck: Paint
  green: Paint
  yellow: Paint
  yellowBold: Paint
  cyan: Paint
}

/** @param choice whether text goes to a terminal that is to show colours */
export function colorsFor(choice: 'colors' | 'plain'): Colors {
  const on = choice === 'colors'
  // Whether there is a terminal is known already: Node need not look.
  const paint =
    (...styles: Extract<Parameters<typeof styleText>[0], unknown[]>): Paint =>
    text =>
      on && text !== '' ? styleText(styles, text, { validateStream: false }) : text
  return {
    on,
    bold: paint('bold'),
    dim: paint('dim'),
    red: paint('red'),
    redBold: paint('red', 'bold'),
    struck: paint('red', 'strikethrough'),
    green: paint('green'),
    yellow: paint('yellow'),
    yellowBold: paint('yellow', 'bold'),
    cyan: paint('cyan'),
  }
}
