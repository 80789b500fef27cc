/**
 * What speaks for and against a reading of a flat table, in one unit: named weights of a log-linear model, fitted by
 * `training/tables/fit.ts` to simulated tables and to those of the fixtures.
 */
export const WEIGHTS = {
  // Of the words in a part.
  /** A word after one that it belongs to. */
  known: 0.349,
  /** After one that it does not. */
  unknown: -0.264,
  /** A capital after a word that it does not belong to, which would rather begin a cell. */
  capital: -0.716,
  /** Such a capital that opens a time, in a column of something else. */
  timeCapital: -3.14,
  /** In a column of times, a word of times. */
  isTime: 0.768,
  /** Another word. */
  noTime: -2.3,
  /** In a column of bodies, a word of bodies or a capital. */
  isBody: 0.25,
  /** A number. */
  bodyDigit: -1.79,
  /** Another word. */
  noBody: -0.8,
  /** In the column of who leads, `các phòng, ban`: bodies of a kind mostly help. */
  many: -0.946,
  // Of a cut, and of a part that opens a cell.
  /** A cut. */
  cut: -0.246,
  /** A cut between words that belong together, by how firmly. */
  torn: -0.485,
  /** A cut in a line between blank lines, which mostly is one cell. */
  alone: -1.09,
  /** For each cell right of it that is begun. */
  order: -0.68,
  /** A column of times, with a number or a word that opens times. */
  timeOpens: 0.633,
  /** With another. */
  timeElse: -1.61,
  /** A column of bodies, with a body's name. */
  bodyOpens: 1.95,
  /** With another. */
  bodyElse: -1.29,
  /** The column of what is done. */
  contentOpens: 0.571,
  /** Any other. */
  outputOpens: 0.3,
  /** A word in lower case. */
  lowercase: -4.75,
  // Of a part that goes on with a cell.
  /** Its first word belongs to the cell's last. */
  goesOn: 2.1,
  /** The cell ended with a full stop. */
  stopped: -2.79,
  /** A word in lower case. */
  begins: 0.0862,
  /** A capital after a comma, or in a column of bodies. */
  listed: -0.339,
  /** Any other capital. */
  new: -0.558,
  /** For each line between that had no part of the cell. */
  gap: -0.419,
  /** A blank line stands before. */
  block: -0.712,
  // Of the width of a column (see breaks.ts).
  /** Each em that a part is too wide. */
  over: 1.59,
  /** At most. */
  mostOver: 5.7,
  /** Each em left free before a word that would have fitted. */
  under: 3.15,
  /** At most. */
  mostUnder: 1.91,
  /** Ems that may be wrong. */
  slack: 0.212,
  /** Share that may be wrong. */
  wider: 1.03,
  // Of rows.
  /** A row that begins. */
  row: -0.769,
  /** After a blank line. */
  rowApart: -0.774,
  /** A row without number where rows have numbers. */
  unnumbered: -2.04,
  /** An empty cell of what is done, taken off. */
  noContent: 6,
  /** Of times or bodies. */
  noBodyCell: 1.95,
  /** Of anything else. */
  noOutput: 0.704,
  /** A list of bodies that ends in a comma, where another stands right of it. */
  unfinished: -0.579,
  /** Each line that a cell stands off where top or middle of its row is. */
  askew: -0.357,
  // Of bonds between words (see cohesion.ts).
  /** From this on they belong together. */
  firm: 0.25,
  /** Under this they do not. */
  loose: 0.1,
}
