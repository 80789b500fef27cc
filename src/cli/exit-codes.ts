/** How the program ends; docs/cli.md says the same. */
export const EXIT = {
  done: 0,
  /** Some inputs failed, the rest is done. */
  someFailed: 1,
  /** Wrong usage, nothing done. */
  usage: 2,
  /** Done, but `--strict`, `validate` or `check` found something. */
  found: 3,
  /** Finished outputs stay, none is half written. */
  interrupted: 130,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
