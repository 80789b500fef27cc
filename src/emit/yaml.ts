import { createRequire } from 'node:module'

/**
 * A plan as one YAML document:
 *
 *     header:
 *       number: 118/KH-UBND
 *       date: "2026-06-20"
 *
 * Strings that YAML 1.1 would read as a date, number or truth value are quoted, so that every reader gets a string.
 * Places stay on one line.
 */
export function toYaml(value: unknown): string {
  // Most runs write JSON, and the library takes as long to load as a short plan to be made.
  const { Document, isMap, isScalar, visit } = createRequire(import.meta.url)('yaml') as typeof import('yaml')
  const document = new Document(value, { aliasDuplicateObjects: false, compat: 'yaml-1.1' })
  visit(document, {
    Pair(_, pair) {
      if (isScalar(pair.key) && pair.key.value === 'at' && isMap(pair.value)) pair.value.flow = true
    },
  })
  return document.toString({ lineWidth: 110 })
}
