/**
 * The legacy build of pdfjs brings core-js, which replaces built-in functions that differ from the standard in some corner:
 * `Array.prototype.push`, for the error it throws on a frozen array. The replacements are many times slower, for the whole
 * process. This module, evaluated before pdfjs, remembers the built-in functions; `restoreNatives` puts them back.
 */
const HOLDERS: object[] = [
  Array,
  Array.prototype,
  Map.prototype,
  Set.prototype,
  String.prototype,
  RegExp.prototype,
  Object,
  Math,
  JSON,
  Promise,
  Promise.prototype,
  Object.getPrototypeOf(Uint8Array.prototype) as object,
]

const remembered = HOLDERS.map(holder => ({ holder, own: Object.getOwnPropertyDescriptors(holder) }))

/** Puts back every function that was replaced since this module was evaluated; what was added stays. */
export function restoreNatives(): void {
  for (const { holder, own } of remembered) {
    for (const [name, descriptor] of Object.entries(own)) {
      if (typeof descriptor.value !== 'function' || !descriptor.configurable) continue
      if (Object.getOwnPropertyDescriptor(holder, name)?.value !== descriptor.value)
        Object.defineProperty(holder, name, descriptor)
    }
  }
}
