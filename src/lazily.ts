/** A value that is made when it is first asked for: what the library imports costs nothing until it is used. */
export function lazily<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => {
    made ??= make()
    return made
  }
}
